"""Find verbs for saying something, in English, Russian and Kazakh: news is full of them, whatever it is about."""

import re

from qa.articles.letters import folded

_ENGLISH = r"""
    sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|sp(?:eak|eaks|eaking|oke|oken)
    |(?:add|explain|mention|insist|assert)(?:s|ed|ing)?|(?:announc|declar|emphasi[sz]|argu)(?:e|es|ed|ing)
    |(?:not|stat|stress|report|remark|claim|comment|underlin|underscor|repl[iy]|acknowledg)(?:ed|ing)
"""
"""As “note”, “state” and “report” may be things, they are verbs in some forms only."""
_RUSSIAN = r"""
    (?:(?:рас|под|вы|пере)?сказа|указа|призна|(?:про|до)?говори|заяви|сообщи|отмети|добави|объяви|ответи|поясни|объясни
      |напомни|уточни|возрази|подтверди|упомяну|подчеркну)(?:л|ла|ло|ли|ть|в|вший|вшая|вшие)
    |(?:заявля|сообща|отмеча|добавля|объявля|отвеча|поясня|объясня|напомина|уточня|возража|подтвержда|утвержда|упомина
      |подчеркива|рассказыва|высказыва|указыва|признава)(?:л|ла|ло|ли|ть|я|ет|ют|ется)
    |говор(?:ит|ят|я|им|ите|ится)|(?:рас)?скаж(?:ет|ут)|призна[ею]т
"""
_KAZAKH = r"""
    (?:айтыл|айт|хабарлан|хабарла|баянда|жарияла)(?:ды|ты|ады|йды|ған|қан|ып|п|у)
    |(?:мәлімде|сөйле|түсіндір|ескерт|де)(?:ді|ті|еді|йді|ген|кен|іп|п|у)
"""
_SAYING = re.compile(f"{_ENGLISH}|{_RUSSIAN}|{_KAZAKH}", re.VERBOSE)


def says(written: str) -> bool:
    """Return whether a word, in the form in which it is written, is a verb for saying something."""
    return _SAYING.fullmatch(folded(written)) is not None
