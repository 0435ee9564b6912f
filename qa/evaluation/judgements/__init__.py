"""What a reader says of answers, kept in the format that `qa evaluate` measures with."""

from qa.evaluation.judgements.judgements import Judgements, judgements_beside

__all__ = ["Judgements", "judgements_beside"]
