"""Which languages our encoders read; naming them imports nothing heavy."""

DEFAULT_ENCODER, MULTILINGUAL_ENCODER = "all-MiniLM-L6-v2", "multilingual-e5-small"
LANGUAGES = frozenset(
    """
    af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hu hy id is it ja
    jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt ro ru sa sd si sk sl so sq sr su
    sv sw ta te th tl tr ug uk ur uz vi xh yi zh
    """.split()  # noqa: SIM905
)
"""Of the text that the multilingual one was made from (Conneau et al. 2020, ACL, appendix A)."""


def languages_read(encoder_name: str) -> frozenset[str] | None:
    """Return the languages that an encoder reads, as BCP 47 tags; None where that is not known, as of a foreign one."""
    return {DEFAULT_ENCODER: frozenset({"en"}), MULTILINGUAL_ENCODER: LANGUAGES}.get(encoder_name)
