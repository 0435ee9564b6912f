"""Know what writing systems differ in: stops, digits and marks, letters without capitals, words without spaces."""

import re
import unicodedata

_EVERYWHERE = ".!?…"
OTHER_STOPS = (
    "。！？．｡‼‽⁇⁈⁉"  # Chinese and Japanese
    "।॥꣎꣏꫰꫱꯫᱾᱿꘎꘏"  # India
    "։؟۔܀܁܂߹"  # Armenian, Arabic and Urdu, Syriac, N'Ko
    "።፧፨"  # Ethiopic
    "།༎။។៕᪨᪩᪪᪫꩝꩞꩟᭞᭟꧈꧉"  # Tibetan, Burmese, Khmer and their neighbours
    "᠃᠉᙮"  # Mongolian, Canadian syllabics
)
"""They end a sentence whatever follows, for no abbreviation has them: what Unicode calls Sentence_Terminal in scripts
that are written today, and the shad of Tibetan."""
FULL_STOPS = tuple("。．｡।॥꣎꫰꯫᱾։۔܂።។။᠃᙮")
"""Those that end a statement: a headline in these scripts has none."""
STOPS = tuple(_EVERYWHERE + OTHER_STOPS)
CLOSERS = "\"'”’»」』）)]*_ \u00a0"
"""What may follow a stop and belongs to its sentence."""

_SPACELESS = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f"  # their neighbours
    "\ua980-\ua9ff\uaa00-\uaadf"  # Javanese, Cham and others
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"  # East Asia
)
_SPACELESS_LETTER = re.compile(f"[{_SPACELESS}]")
SPACELESS_RUN = re.compile(f"[{_SPACELESS}]+")
_LETTERS_A_WORD = 3
"""A word has about two letters in Chinese, four or five in Thai, vowels and tones included."""


def is_spaceless(line: str) -> bool:
    """Return whether a line is written without spaces between its words: most of its letters are of such a script."""
    letters = sum(map(str.isalpha, line))
    return len(_SPACELESS_LETTER.findall(line)) * 2 > letters


def count_words(line: str) -> int:
    """Count the words of a line, about three letters each where no space parts them."""
    spaced = len(SPACELESS_RUN.sub(" ", line).split())
    return spaced + sum(-(-len(run) // _LETTERS_A_WORD) for run in SPACELESS_RUN.findall(line))


_DIGIT = re.compile(r"(?![0-9])\d")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if unicodedata.category(chr(code))[0] in "PS"}
_MARKS = _FULL_WIDTH | str.maketrans("\u3000、،؛。【】〔〕", " ,,;.[][]")


def with_ascii_marks(line: str) -> str:
    """Return a line with its digits and marks as ASCII has them, each in its place: "١٨", "（６）：", "،"."""
    if line.isascii():
        return line
    return _DIGIT.sub(lambda digit: str(int(digit[0])), line.translate(_MARKS))


def is_caseless(line: str) -> bool:
    """Return whether no letter of a line has a capital, so that none says what is a name."""
    return line.lower() == line.upper()


def is_small(letter: str) -> bool:
    """Return whether a letter is small where it could be a capital; Georgian sentences begin with small ones."""
    return letter.islower() and not "ა" <= letter <= "ჿ"
