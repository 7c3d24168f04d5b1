"""Readers: files in, articles out; text is kept exactly as given."""

from __future__ import annotations

from scoring.readers.reading import read_articles

__all__ = ["read_articles"]
