"""Put a mark around the sentence that answers, in text that stays verbatim."""

from qa.page.display import escaped


def with_sentence_marked(text: str, start: int, end: int, element: str = "mark") -> str:
    """Return the text as HTML with the characters from start to end inside an element."""
    before, sentence, after = text[:start], text[start:end], text[end:]
    if not sentence:
        return escaped(text)
    return f'{escaped(before)}<{element} class="sentence">{escaped(sentence)}</{element}>{escaped(after)}'
