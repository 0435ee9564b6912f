"""Fit a logistic regression whose weights are not negative, with a ridge on standardised features."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]

from qa.evaluation.metrics import Marks, Numbers, balanced_accuracy


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights of the features as they are, and the constant."""

    weights: tuple[float, ...]
    constant: float

    def likely(self, features: Numbers) -> Numbers:
        """Return each row's probability, shape (rows,)."""
        probabilities: Numbers = 1 / (1 + np.exp(-(features @ np.array(self.weights) + self.constant)))
        return probabilities


def fit(
    features: Numbers, true: Marks, importance: Numbers, ridge: float, most: Mapping[int, float] = MappingProxyType({})
) -> Logistic:
    """Minimise the weighted mean of the log loss plus the ridge times the squared standardised weights.

    `most` bounds the weights of some features, by their column.
    """
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    standard = (features - middle) / spread
    share = importance / importance.sum()

    def loss(parameters: Numbers) -> tuple[float, Numbers]:
        weights, scores = parameters[:-1], standard @ parameters[:-1] + parameters[-1]
        error = share * (1 / (1 + np.exp(-scores)) - true)
        value = float((share * (np.logaddexp(0, scores) - true * scores)).sum() + ridge * np.square(weights).sum())
        return value, np.append(standard.T @ error + 2 * ridge * weights, error.sum())

    columns = features.shape[1]
    bounds: list[tuple[float | None, float | None]] = [(0.0, None)] * columns + [(None, None)]
    for column, weight in most.items():
        bounds[column] = (0.0, weight * spread[column])
    found: Numbers = minimize(loss, np.zeros(columns + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    weights = found[:-1] / spread
    return Logistic(tuple(weights.tolist()), float(found[-1] - weights @ middle))


def best_threshold(likely: Numbers, true: Marks) -> float:
    """Return the probability that parts true from false with the best balanced accuracy."""
    tried = np.quantile(likely, np.linspace(0.02, 0.98, 97))
    return float(max(tried, key=lambda least: balanced_accuracy(likely >= least, true)))
