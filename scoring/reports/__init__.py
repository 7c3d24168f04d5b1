"""What people read: cards, index pages, comparison pages, charts and the terminal."""
