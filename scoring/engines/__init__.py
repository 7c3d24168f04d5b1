"""Where scoring runs; a local run today."""
