"""Exports of Lexis, Factiva and ProQuest as they come: each article with its own day and outlet."""

from datetime import date

import pytest

from kg.model import Article, Unread
from kg.read.exports import exported, numbered
from kg.read.inputs import read

ONE = "Ruritania denied on Monday that it had sent 1,500 troops to Freedonia, the ministry said."
TWO = "Officials in Freedonia said that the first of the soldiers had crossed the border at dawn."
WRAPPED = (
    "Ruritania denied on Monday that it had sent 1,500 troops to Freedonia, the minis-\ntry said."
)

LEXIS = f"""


                               1 of 2 DOCUMENTS


                              The Morning Wire (London)

                            May 6, 2024 Monday 10:15 AM GMT
                                  First Edition

Ruritania denies sending troops to its
neighbour

BYLINE: A. N. Author in Strelsau

SECTION: WORLD; Pg. 12

LENGTH: 61 words

DATELINE: STRELSAU

HIGHLIGHT: What the ministry said, and what it
left out.

{WRAPPED}

{TWO}

LOAD-DATE: May 7, 2024

LANGUAGE: ENGLISH

GRAPHIC: A soldier at the border.

PUBLICATION-TYPE: Newspaper

                     Copyright 2024 Wire Newspapers Ltd
                           All Rights Reserved


                               2 of 2 DOCUMENTS

                     Copyright 2024 Bulletin Media

                              Evening Bulletin

                             Tuesday 7 May 2024

Soldiers at the border

LENGTH: 20 words

{TWO}

LOAD-DATE: May 8, 2024
"""
NEXIS_UNI = f"""Ruritania denies sending troops to its neighbour

The Morning Wire (London)

May 6, 2024 Monday 10:15 AM GMT

Copyright 2024 Wire Newspapers Ltd All Rights Reserved

Section: WORLD; Pg. 12

Length: 61 words

Byline: A. N. Author in Strelsau

Body


{ONE}

{TWO}

Graphic

 

A soldier at the border.

Load-Date: May 7, 2024


End of Document


Soldiers at the border
Evening Bulletin
May 7, 2024 Tuesday
Final Edition

Copyright 2024 Bulletin Media
Length: 20 words

Body

{TWO}

Classification

Language: ENGLISH
Publication-Type: Newspaper
Load-Date: May 8, 2024

End of Document
"""
FACTIVA_CODES = f"""Search Summary

Text\truritania and troops
Date\t01/05/2024 to 31/05/2024
Results Found\t2

SE World
HD Ruritania denies sending troops to its
neighbour
BY A. N. Author
WC 61 words
PD 6 May 2024
ET 18:04
SN The Morning Wire (London)
SC MWIRE
PG 12
LA English
CY (c) 2024 Wire Newspapers

LP
{ONE}

TD
{TWO}

CO wirenp : Wire Newspapers
NS gpol : Domestic Politics
RE rurit : Ruritania
PUB Wire Newspapers Ltd
AN Document MWIRE00020240506ek5600001

HD Soldiers at the border
WC 20 words
PD 7 May 2024
SN Evening Bulletin
LA English

TD
{TWO}

AN
Document EVBUL00020240507ek5700002
"""
FACTIVA = f"""World
Ruritania denies sending troops to its neighbour
By A. N. Author
61 words
6 May 2024
18:04
The Morning Wire (London)
MWIRE
12
English
(c) 2024 Wire Newspapers. All rights reserved.

{ONE}

{TWO}

Document MWIRE00020240506ek5600001

Soldiers at the border
20 words
7 May 2024
Evening Bulletin
EVBUL
English
Copyright 2024 Bulletin Media

{TWO}

Document EVBUL00020240507ek5700002
"""
PROQUEST = f"""Report Information from ProQuest
June 01 2024 08:04
____________________________________________________________

Document 1 of 2

Ruritania denies sending troops to its neighbour

Author: Author, A. N.

Publication info: The Morning Wire (London) , First Edition; London [London]06 May 2024: 12.

ProQuest document link

Abstract: What the ministry said.

Links: None.

Full text: {ONE}

{TWO}

Subject: Armed forces;

Location: Ruritania

Title: Ruritania denies sending troops to its neighbour

Publication title: The Morning Wire (London), First Edition; London

Pages: 12

Publication year: 2024

Publication date: May 6, 2024

Publisher: Wire Newspapers

Country of publication: United Kingdom

Language of publication: English

ProQuest document ID: 3050000001

Document URL: https://search.example/docview/3050000001

Copyright: Copyright Wire Newspapers May 6, 2024

Last updated: 2024-05-08

____________________________________________________________

Document 2 of 2

Soldiers at the border

Publication info: Evening Bulletin; Strelsau [Strelsau]07 May 2024.

Full text: {TWO}

Publication title: Evening Bulletin; Strelsau

Publication date: May 7, 2024

Language of publication: English

ProQuest document ID: 3050000002

____________________________________________________________

Contact us at: http://www.archive.example

Database copyright ProQuest LLC. All rights reserved.

Terms and Conditions: http://search.example/info
"""
BLOCKS = f"""Title: Ruritania denies sending troops to its neighbour
Source: The Morning Wire (London)
Date: 6 May 2024
Author: A. N. Author

{ONE}

{TWO}

=====
Title: Soldiers at the border
Source: Evening Bulletin
Date: 2024-05-07

{TWO}
"""
EXPORTS = {
    "Lexis": LEXIS,
    "Lexis, Windows": LEXIS.replace("\n", "\r\n"),
    "Lexis, counted otherwise": LEXIS.replace("2 of 2 DOC", "Document 2 of 2 DOC"),
    "Nexis Uni": NEXIS_UNI,
    "Factiva with codes": FACTIVA_CODES,
    "Factiva": FACTIVA,
    "ProQuest": PROQUEST,
    "labelled blocks": BLOCKS,
    "labelled blocks without a line between": BLOCKS.replace("=====\n", ""),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_its_articles(tmp_path, name):
    (tmp_path / "export.txt").write_bytes(EXPORTS[name].encode())
    one, two = read([tmp_path / "export.txt"])
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.text, two.text) == (f"{ONE}\n\n{TWO}", TWO)
    assert one.title.endswith("Ruritania denies sending troops to its neighbour")
    assert two.title == "Soldiers at the border"
    assert (one.publisher, two.publisher) == ("The Morning Wire (London)", "Evening Bulletin")
    assert (one.published, two.published) == (date(2024, 5, 6), date(2024, 5, 7))
    assert (one.body, one.published_basis) == (0, "metadata")
    assert one.source.endswith("export.txt document 1") and one.name != two.name


def test_an_export_as_a_page_is_its_articles(tmp_path):
    rows = []
    for line in FACTIVA_CODES.replace("its\nneighbour", "its neighbour").splitlines():
        code, _, words = line.partition(" ")
        if len(code) == 2 and code.isupper():
            rows.append(f"<tr><td><b>{code}</b></td><td>{words}</td></tr>")
        else:
            rows.append(f"<tr><td></td><td><p>{line}</p></td></tr>")
    (tmp_path / "export.html").write_text(
        f"<html><body><table>{''.join(rows)}</table></body></html>"
    )
    one, two = read([tmp_path / "export.html"])
    assert (one.title, two.title) == (
        "Ruritania denies sending troops to its neighbour",
        "Soldiers at the border",
    )
    assert (one.text, two.text) == (f"{ONE}\n\n{TWO}", TWO)
    assert [one.published, two.published] == [date(2024, 5, 6), date(2024, 5, 7)]


def test_names_are_those_of_the_archive_where_it_gives_any(tmp_path):
    for text, names in (
        (FACTIVA_CODES, ["MWIRE00020240506ek5600001", "EVBUL00020240507ek5700002"]),
        (PROQUEST, ["export-3050000001", "export-3050000002"]),
    ):
        (tmp_path / "export.txt").write_text(text)
        assert [article.name for article in read([tmp_path / "export.txt"])] == names


def test_an_article_alone_has_the_name_of_its_file(tmp_path):
    (tmp_path / "denial.txt").write_text(
        NEXIS_UNI.partition("End of Document\n")[0] + "End of Document"
    )
    (article,) = read([tmp_path / "denial.txt"])
    assert (article.name, article.text) == ("denial", f"{ONE}\n\n{TWO}")


def test_an_article_without_its_text_costs_itself_alone(tmp_path):
    (tmp_path / "export.txt").write_text(FACTIVA_CODES.replace(f"TD\n{TWO}\n\nAN\n", "AN\n"))
    one, two = read([tmp_path / "export.txt"])
    assert isinstance(one, Article) and isinstance(two, Unread)
    assert "no text below it" in two.reason and two.source.endswith("document 2")


def test_an_article_in_another_language_costs_itself_alone(tmp_path):
    (tmp_path / "export.txt").write_text(LEXIS.replace("LANGUAGE: ENGLISH", "LANGUAGE: GERMAN"))
    one, two = read([tmp_path / "export.txt"])
    assert isinstance(one, Unread) and isinstance(two, Article)


def test_a_hyphen_at_the_end_of_a_line_stays_where_its_word_stands_elsewhere():
    text = LEXIS.replace(
        WRAPPED, "The Ruritanian-\nbacked fighters left. Ruritanian guns fell si-\nlent."
    )
    assert exported(text)[0].text.startswith(
        "The Ruritanian-backed fighters left. Ruritanian guns fell silent."
    )


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"Title: A denial\nDate: 2024-05-06\n\n{ONE}\n",
        f"---\ntitle: A\ndate: 2024-05-06\n---\n{ONE}\n\n---\n\n{TWO}",
        f"{ONE}\n\n1 of 3 soldiers had left.\n\nBody\n\n{TWO}",
        f"{ONE}\n\nEnd of Document\n",
        f"HD video showed it.\n\n{TWO}",
        "",
    ],
)
def test_prose_is_no_export(text):
    assert exported(text) == ()
    assert numbered(text) is None


def test_parts_of_an_unknown_form_are_refused_with_the_command_that_splits_them(tmp_path):
    text = "".join(f"Story {n} of 3\n\nSome words\n{ONE}\n\n" for n in (1, 2, 3))
    (tmp_path / "parts.txt").write_text(text)
    (unread,) = read([tmp_path / "parts.txt"])
    assert "looks like 3 articles" in unread.reason
    assert unread.remedy.startswith("Run csplit") and "Story [0-9]* of" in unread.remedy
