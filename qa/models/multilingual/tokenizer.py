"""Make the tokenizer of multilingual-e5-small: SentencePiece's unigram model, with the pieces of the data file."""

from typing import TYPE_CHECKING

from qa.models.multilingual.data_file import Multilingual

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_SPACE = "▁"
"""What stands for a space in the pieces."""


def make_tokenizer(model: Multilingual, window: int) -> "Tokenizer":
    """Make a tokenizer that cuts off what stands beyond the window; the second text of a pair is segment 1."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    special, pieces = model.special, model.pieces
    tokenizer: Tokenizer = Tokenizer(models.Unigram([(it.text, it.score) for it in pieces], special.unknown))
    one_space = normalizers.Replace(Regex(" {2,}"), " ")
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), one_space])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always")
    start, end = (pieces[place].text for place in (special.start, special.end))
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B:1 {end}:1",
        special_tokens=[(start, special.start), (end, special.end)],
    )
    tokenizer.no_padding()
    tokenizer.enable_truncation(window)
    return tokenizer
