"""Every error the package raises on purpose: one tree, each message a full sentence.

A message says where, what was found, what is allowed and what to do.
"""

from __future__ import annotations


class ScoringError(Exception):
    """Base of all errors that a caller may want to catch."""


class InputError(ScoringError):
    """The input could not be read as a whole (single bad records are rejections, not errors)."""


class ModelError(ScoringError):
    """A model or tagger is missing, damaged, or of another version."""


class LabelError(ScoringError):
    """A labels file cannot be used for fitting."""


class NotYet(ScoringError):
    """A name of the public contract whose work is not done yet."""
