"""Numbers in, scores out: additive models with calibration, intervals and exact contributions."""

from __future__ import annotations

from scoring.model.scores import Model, Prediction
from scoring.model.store import load_model, save_model

__all__ = ["Model", "Prediction", "load_model", "save_model"]
