"""Dates, times and durations in whole sentences, published on Thursday, 12 March 2026."""

import pytest

from tests.quantities.reading import brief

# sentence, what :func:`brief` writes of it
DATED: list[tuple[str, str]] = [
    # dates and times
    ("The talks will resume on Monday and end on Wednesday night.", "@2026-03-16; @2026-03-18"),
    ("He was arrested on the night of 12 January 2025.", "@2025-01-12"),
    ("She was born on 5 June, 1962, in Leeds.", "@1962-06-05"),
    ("The ceasefire began at 0400 GMT on Sunday.", "@2026-03-08T04:00Z"),
    ("The strike is due to start at 2.30pm tomorrow.", "@2026-03-13T14:30"),
    ("Officials said last Thursday that the deal would be signed next month.", "@2026-03-05; @2026-04"),
    ("Last March, the firm cut jobs; this week it hired again.", "@2025-03; @2026-W11"),
    ("It was built in the 1930s and closed in the early 1990s.", "@193X; @199X"),
    ("The war of 1950-1953 killed millions.", "@1950/1953; 1000000..10000000"),
    ("The company will report results in late October.", "@2026-10"),
    ("In the summer of 2019 the club moved.", "@2019"),
    ("Between 1998 and 2003, the rate fell.", "@1998/2003"),
    ("Polls close at 8 p.m. Eastern time.", "@2026-03-12T20:00"),
    ("The meeting lasted from 9am to 5pm.", "@2026-03-12T09:00; @2026-03-12T17:00"),
    ("A curfew runs from 10pm until 6am.", "@2026-03-12T22:00; @2026-03-12T06:00"),
    ("He spoke on Tuesday, two days after the vote.", "@2026-03-10; 2 day"),
    ("The 2016 election and the 2020 race were close.", "@2016; @2020"),
    ("Sales on Black Friday rose 4%.", "@2025-11-28; 4 %"),
    ("Since 2010, the figure has doubled.", "@2010; 2 times"),
    # "m" behind a blank: million of what is many, else metres
    ("The port moved 2.4 m tonnes, and 3 m people fled.", "2400000 tonne; 3000000"),
    ("A 3 m wall fell.", "3 metre"),
    # a year cut short, where a word says that one comes; else a number
    ("Ruiz won in '98, and again in ‘02.", "@1998; @2002"),
    ("She said '40 died' there.", "40"),
    ("By '24% of them' he meant members.", "24 %"),
    ("The contract runs until the end of 2027.", "@2027"),
    ("The deadline is midnight on 31 March.", "@2026-03-31T00:00"),
    ("Two years ago he was unknown; a decade later he was president.", "@2024; 10 year"),
    ("The bank was founded in 1865 and employs 219,000 people.", "@1865; 219000"),
    ("On Dec. 7, 1941, Japan attacked Pearl Harbor.", "@1941-12-07"),
    ("In fiscal 2024 revenue was $3.1bn; in FY2025 it will be higher.", "@2024; 3100000000 USD"),
    ("It happened on the morning of Saturday 14 February.", "@2026-02-14"),
    ("They met in early March and again in mid-April last year.", "@2026-03; @2025-04"),
    ("The attack on 11 September 2001 changed everything.", "@2001-09-11"),
    ("Parliament returns on September 2.", "@2026-09-02"),
    ("By the end of the year, he said, the number will hit 500.", "@2026; 500"),
    ("In the first half of 2025 profits rose; in the third quarter they fell.", "@2025-01/2025-06; #3"),
    ("The temperature was recorded at 3:15 p.m. local time.", "@2026-03-12T15:15"),
    ("He has been missing since 25 February, police said on Wednesday.", "@2026-02-25; @2026-03-11"),
    ("The law took effect on Jan. 1 and expires in December 2028.", "@2026-01-01; @2028-12"),
    ("The 2024-25 season begins in August.", "@2024/2025; @2026-08"),
    ("The game kicks off at 7.45pm on Saturday.", "@2026-03-14T19:45"),
    ("The next general election must be held by January 2030.", "@2030-01"),
    ("It was 10 minutes to midnight.", "10 minute; @2026-03-12T00:00"),
    ("Half past three in the afternoon is too late.", "@2026-03-12T15:30"),
    ("In the 18th century, and in the late 19th century, it was common.", "@17XX; @18XX"),
    ("The number of deaths in 2020 was 3,000; 2021 was worse.", "@2020; 3000; @2021"),
    ("Three months earlier, he had quit.", "@2025-12"),
    ("He'll return in two weeks.", "2 week"),
    ("Thanksgiving sales were flat, and Christmas trading was weak.", "@2025-11-27; @2025-12-25"),
    ("Tuesday's vote and Friday's strike went ahead.", "@2026-03-10; @2026-03-06"),
    ("The court sat on Feb 29, 2024, and on 30/06/2024.", "@2024-02-29; @2024-06-30"),
    ("The announcement came Monday, a day after talks failed.", "@2026-03-09; 1 day"),
    ("The 1960s and '70s were his heyday.", "@196X; @197X"),
    ("The week of March 3 was the hottest.", "@2026-03-03"),
    ("Yesterday evening and again this morning sirens were heard.", "@2026-03-11; @2026-03-12"),
    ("At 11.05 a.m. the bell rang.", "@2026-03-12T11:05"),
    ("It will take effect 30 days from now.", "30 day"),
    ("The hearing is set for Sept. 30 at 10 a.m. ET.", "@2026-09-30T10:00"),
    ("The plan covers 2026 to 2030.", "@2026/2030"),
    ("The ship left at 18:30 on Thursday, 5 March.", "@2026-03-05T18:30"),
    (
        "The two sides met over the weekend and will meet next weekend.",
        "2; @2026-03-07/2026-03-08; @2026-03-21/2026-03-22",
    ),
    ("In May, Theresa May met April Jones on a march.", "@2026-05"),
    ("He may march in March.", "@2026-03"),
    ("The past year has been hard, and the next two years will be harder.", "2 year"),
    # durations
    ("The siege lasted 900 days, 3 hours and 20 minutes.", "900 day; 12000 second"),
    ("A nine-month pregnancy and a 90-minute flight.", "9 month; 90 minute"),
    ("She worked there for a year and a half.", "1.5 year"),
    ("He waited half an hour, then three-quarters of an hour more.", "0.5 hour; 0.75 hour"),
    ("They held a 72-hour strike over several weeks.", "72 hour"),
    ("He spent a decade in exile, almost two decades after the coup.", "10 year; ~<2 decade"),
    ("A two-week-old baby and a 3-month-old puppy were found.", "2 week; 3 month"),
    ("The sentence was eighteen months.", "18 month"),
    ("a five-day, 40-hour week", "5 day; 40 hour"),
    ("It took 1 hour 20 minutes to cross.", "4800 second"),
    ("The trial is expected to last six to eight weeks.", "6..8 week"),
]


@pytest.mark.parametrize(("sentence", "expected"), DATED)
def test_every_time_in_a_sentence(sentence: str, expected: str) -> None:
    assert "; ".join(brief(sentence)) == expected
