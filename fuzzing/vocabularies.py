"""Words that the rules of claimx look at, and characters that trip up programs; at most 122 a list, one byte each."""

MARKS = (
    '"', "“", "”", "„", "‟", "«", "»", "``", "''", "'", "‘", "’", "‚", "`", "‹", "›", "—", "–", "--", "…", ". ", ", ",
    ": ", "? ", "! ", " ", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u200d", "\0",
    "e\u0301", "👩‍✈️", "(", ")", "[", "]",
)  # fmt: skip
SAID = (
    "Ana Ruiz", "RIVERA:", "Q:", "A:", "said", " says ", " told us ", "according to ", "she ", "he ", "the minister ",
    "Mr ", "Dr. Lund", "a report titled ", "called ", "novel ", "the ", "tenants", "workers’ ", "don't ", "’tis ",
    "the '90s ", "6'2\" ", "rock 'n' roll", "@ana", "May 3", "We sail", "no ", "and ", "that ", "denied ", "may ",
    "read ", "sang ", "in ", "of ", "as ", "x", "ſ", "ß", "İ", "ǅ", "٣", "²", "中文", "مرحبا",
)  # fmt: skip
QUOTES = MARKS + SAID

NUMBERS = (
    "1", "12", "3.5", "2026", "1,200", "0", "00", "99999999999999999999", "½", "²", "٣", ".5", "1 000 ",
    " million ", " bn", "m", "k", " lakh", " crore", " hundred", " thousand", " dozen", " dozens of ", "tens of ",
    "one ", "two ", "twenty", "third", "half ", "a ", "an ", "quarter", "zero ", "eleven ", "first ", "fifths ",
    " and ", " or ", " to ", " of ", " in ", "the ", "every ", " out of ", "between ", "from ", "about ",
    "more than ", "at least ", " or more", "under ", "over ", "minus ", "-", "–", "−", "/", ":", ",", ".", "(", ")",
    "$", "€", "£", "US$", "Rs ", "₹", " dollars", " cents", " pounds", " euros", "p", "c", "USD ", "%", " per cent",
    " percentage points", " points", " per ", " km", " miles", " square ", " ft", " in", "'", "\"", "°C", " years",
    " hours", " minutes", "-year-old", " old", "aged ", " times", "-fold", "x", "doubled ", "magnitude ", "No. ",
    "number one ", "Boeing ", "Ruiz", " people", " homes", " ago", " more ", "-plus", "-odd ", "lb", "st", "th",
    "\n\n", "\u00a0", "\u2009", "\u200b", "e\u0301", "’", " and a half", " pence",
)  # fmt: skip

DATES = (
    "1", "3", "12", "31", "30", "2026", "1999", "0001", "9999", "20", "00", "²²", "٣", "9.30", "9:30", "0932", "1400",
    "May ", "March ", "Sept. ", "Feb ", "june ", "Monday", "on Tuesday", "Sunday ", "last ", "next ", "this ", "past ",
    "coming ", "week ", "month ", "year ", "decade ", "century ", "weekend ", "summer ", "winter ", "night ",
    "morning ", "evening ", "yesterday ", "tomorrow ", "today ", "the same day ", "the end of the ", " ago", " earlier",
    " hence", "two ", "a ", "an hour", " days", " weeks", " years", " decades", " centuries", "first ", "third ",
    "quarter ", "half ", "Q1 ", "H2 ", "1990s", "'90s", "nineties", "the ", "20th ", "21st", "the 5th of ", " to ",
    " and ", "between ", "from ", "until ", "since ", "by ", "at ", "in ", "of ", "-", "–", "/", ":", ".", ", ",
    " a.m."," pm", " o'clock", " GMT", " BST", "noon ", "midnight", "half past ", "ten to ", "local time ", "Easter ",
    "Christmas", "Christmas Eve", "New Year's Eve", "Thanksgiving ", " Day", "will ", "said ", "mid-", "early-",
    "late ", "a week on ", "fortnight ", "seconds", "\n\n", " ", "\u00a0", "'", "’", "0.00001 ", "9998 ", "No. ",
)  # fmt: skip

NEWS = (*SAID, *NUMBERS[::4], *DATES[::5], "reportedly ", "allegedly ", "would ", "is expected to ", "if true ",
        "“", "”", '"', "\n\n", ". ", ", ", "was ", "not ", "who ", "a spokesman for ", "NATO ")  # fmt: skip
