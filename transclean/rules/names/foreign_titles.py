"""Titles of the source languages left before names: `Mme Shamdasani`, `Herr Weber`, `Sr. Morsi`, `Pani Nowak`.

What differs is words: they stand in the locale files. News and UN English write Mr., Ms., Dr. for every nationality (AP
Stylebook, courtesy titles; UN Editorial Manual, forms of address), and Ms. where the source says nothing about
marriage.
"""

from __future__ import annotations

from transclean.rules.names.titles import find_titles, triggers
from transclean.rules.rule import SAFE, UNSAFE, Example, Rule, Safety, Stage


def _rule(
    code: str,
    name: str,
    sources: tuple[str, ...],
    safety: Safety,
    summary: str,
    why: str,
    fixes: tuple[Example | tuple[str, str], ...],
    keeps: tuple[Example | str, ...],
) -> Rule:
    return Rule(
        code=code, name=name, summary=summary, why=why, safety=safety, stage=Stage.NAMES, trigger=triggers(code),
        find=find_titles(code), of_today=True, sources=sources, fixes=fixes, keeps=keeps,
    )  # fmt: skip


NAME001 = _rule(
    "NAME001",
    "mme",
    ("fr",),
    SAFE,
    "French Mme before a name",
    "Ms., not Mrs.: Mme says nothing about marriage. The abbreviation with a name is no English word; titles of works "
    "in quotation marks, and women whom English knows as Madame (de Staël, Tussaud), are left alone.",
    (
        Example("Mme Shamdasani said on Tuesday", "Ms. Shamdasani said on Tuesday"),
        Example("said Mme Shamdasani, who visited", "said Ms. Shamdasani, who visited", source="auto", style="auto"),
        Example("according to Mme Le Pen", "according to Ms Le Pen", style="uk"),
        Example("Mr Durand and Mme Le Pen left.", "Mr Durand and Ms Le Pen left.", source="auto", style="auto"),
        ("Mme. Dupont and Mme Durand", "Ms. Dupont and Ms. Durand"),
        ("Mmes Dupont and Durand", "Mses. Dupont and Durand"),
        ("with Mmes Dupont et Durand", "with Mses. Dupont and Durand"),
        ("The Mme Dupont replied that she agreed.", "Ms. Dupont replied that she agreed."),
        ("M. and Mme Dupont left early.", "Mr. and Mrs. Dupont left early."),
        ("In 2012 Mme d'Ornano resigned.", "In 2012 Ms. d'Ornano resigned."),
        ("a statement by Mme\nDati", "a statement by Ms.\nDati"),
        ('"Mme Dupont told me that it was over," he said.', '"Ms. Dupont told me that it was over," he said.'),
    ),
    (
        '"Mme Bovary, c\'est moi"',
        "Madame Bovary",
        'the play "Mme de Sade"',
        "MME is a medical unit",
        "`Mme`",
        "The wax figures of Mme. Tussaud opened in 1835.",
        "She read the letters of Mme de Sévigné.",
        "They met at 12 rue Mme Curie.",
        "a film called ‘Mme Hyde’",
    ),
)

NAME002 = _rule(
    "NAME002",
    "mlle",
    ("fr",),
    SAFE,
    "French Mlle before a name",
    "France dropped the title from its forms in 2012, and news English writes Ms.; the style option `titles.miss` "
    "writes Miss. Stage names and works keep theirs.",
    (
        ("Mlle Dupont resigned.", "Ms. Dupont resigned."),
        Example("Mlle Dupont resigned.", "Miss Dupont resigned.", options="titles.miss=keep"),
        Example("for Mlle. Martin", "for Ms Martin", style="uk"),
        ("Mlles Martin and Petit left.", "Mses. Martin and Petit left."),
    ),
    ("Coco Mademoiselle", '"Mlle Julie"', "Mlle Chanel, a perfume", "The corvette Mlle de Maupin"),
)

NAME003 = _rule(
    "NAME003",
    "monsieur",
    ("fr",),
    UNSAFE,
    "French M. (monsieur) before a surname",
    "M. before a surname may be an initial: the text must be translated from French or have another French title, the "
    "word before must be no name or initial, and the place must fit a title (after a lower-case word, or before a "
    "verb), or the surname occur with a given name that does not begin with M.",
    (
        Example("Another opponent of M. Obama said", "Another opponent of Mr. Obama said", context="Barack Obama"),
        ("what M. Bozen calls", "what Mr. Bozen calls"),
        Example("M. Firer was voting", "Mr Firer was voting", style="uk"),
        ("M. Macron and Mme Le Pen", "Mr. Macron and Mme Le Pen"),
        Example("M. Macron left with Mme Le Pen.", "Mr. Macron left with Mme Le Pen.", source="auto"),
        Example('"No," said M. Türk.', '"No," said Mr. Türk.', context="Volker Türk"),
        ("In 2012 M. Sarkozy lost.", "In 2012 Mr. Sarkozy lost."),
        ('M. Le Drian agreed. "M. Bayrou lied," he said.', 'Mr. Le Drian agreed. "Mr. Bayrou lied," he said.'),
        ("the minister, M. de Villepin, agreed", "the minister, Mr. de Villepin, agreed"),
        ("M. Juppé, M. Fillon and M. Royer agreed.", "Mr. Juppé, Mr. Fillon and Mr. Royer agreed."),
        ("in front of M. Emmanuel Macron", "in front of Mr. Emmanuel Macron"),
    ),
    (
        "M. Night Shyamalan",
        "the Moscow Art Theater. M. Gorky",
        "Prof. M. Subotowicz",
        "Lindsey M. Piegza",
        "M. C. Escher",
        "J. M. Barrie",
        "A. M. Cassandre",
        "said M. M. Zelaya",
        "M. Soligo (Maria)",
        "Section M. Results",
        "a paper by M. Dupont, A. Martin and P. Petit",
        "as shown by M. Dupont et al.",
        Example("I looked at M. Paul, who fumed.", source="auto"),
        Example("a letter of M. Lefèvre", context="Marie Lefèvre"),
    ),
)

NAME004 = _rule(
    "NAME004",
    "messieurs",
    ("fr",),
    SAFE,
    "French MM. (messieurs) before names",
    "English repeats Mr. for each. A list of names with a conjunction must follow: MM. alone is millions, or initials.",
    (
        ("MM. Dupont and Durand", "Mr. Dupont and Mr. Durand"),
        ("MM. Dupont, Martin et Durand", "Mr. Dupont, Mr. Martin and Mr. Durand"),
        Example("MM. Obama and Trump", "Mr Obama and Mr Trump", style="uk"),
        ("between MM. Jean Petit and de Villepin", "between Mr. Jean Petit and Mr. de Villepin"),
    ),
    (
        "5 MM. is 5 million",
        "35 mm. film",
        "MM. Kaye (The Far Pavilions)",
        "$5 MM",
        "a cost of $5 MM and Shell paid",
        "The round raised $12 MM. Sequoia and Accel led it.",
    ),
)

NAME005 = _rule(
    "NAME005",
    "maitre",
    ("fr",),
    UNSAFE,
    "French Me (maître) before the name of a lawyer",
    "English has no title for lawyers. Me is also the pronoun in titles of songs and films: a word for a lawyer or a "
    "court must stand near, and no capitalised word before.",
    (
        ("her lawyer, Me Georges Kiejman, said", "her lawyer, Georges Kiejman, said"),
        ("Me Olivier Metzner, the lawyer of the Order, accused", "Olivier Metzner, the lawyer of the Order, accused"),
        ("Me Metzner, her counsel, left", "Metzner, her counsel, left"),
        ("said Mes Koubbi and Metzner, lawyers", "said Koubbi and Metzner, lawyers"),
        ("the trial, according to Me Dupond-Moretti", "the trial, according to Dupond-Moretti"),
    ),
    (
        "Lick Me I'm Delicious",
        "Let Me In",
        "Me Too movement",
        "Me First",
        "Despicable Me Minions",
        "Me Before You",
        '"Tell Me More"',
        "“Me too,” she said in court.",
        "The Me Too lawyers won in court.",
        "The lawyer sang Call Me Maybe.",
    ),
)

NAME006 = _rule(
    "NAME006",
    "french-offices",
    ("fr",),
    SAFE,
    "French Mgr, Pr, S.E. before a name",
    "Mgr, Pr and Prs are changed only in a text from French: Mgr is also a manager, and the British monsignor, and Pr "
    "an abbreviation of much else. S.E.M. (Son Excellence Monsieur) is H.E. Mr. in UN protocol.",
    (
        ("Pr Delfraissy said", "Prof. Delfraissy said"),
        ("Mgr Aupetit resigned", "Msgr. Aupetit resigned"),
        Example("S.E.M. Jean Dupont", "H.E. Mr. Jean Dupont", style="un"),
        Example("S.E. Mme Anne Durand", "H.E. Ms. Anne Durand", style="un"),
        Example("S. E. M. Jean Dupont", "H.E. Mr. Jean Dupont", style="un"),
    ),
    (
        "PR campaign", "Pr is praseodymium", "SEM images", "Mgr of Sales", "the S.E. of France", "p.r. Smith",
        Example("Mgr Aupetit resigned", style="uk"), Example("Pr Smith resigned", source="auto"),
    ),
)  # fmt: skip

NAME007 = _rule(
    "NAME007",
    "senor",
    ("es", "pt"),
    SAFE,
    "Spanish or Portuguese Sr., Sra., Srta. before a name",
    "Sr. needs a text from Spanish or Portuguese, or Sra. beside it; after a name it is senior, before the first name "
    "of a nun it is Sister. Señor and Señora are English loans too: without that evidence they are only reported.",
    (
        ("That the pragmatic Sr. Morsi has worked", "That the pragmatic Mr. Morsi has worked"),
        ("Sra. García said", "Ms. García said"),
        ("the Srta. López", "Ms. López"),
        Example("Sr Rajoy and Sra Merkel", "Mr Rajoy and Ms Merkel", style="uk"),
        ("The Sra. García did not answer.", "Ms. García did not answer."),
        ("Sres. Pérez y Ruiz left", "Messrs. Pérez and Ruiz left"),
        Example("Sr. Silva met Sra. Costa.", "Mr. Silva met Ms. Costa.", source="auto"),
        ("Señora López resigned.", "Ms. López resigned."),
    ),
    (
        "Martin Luther King Sr. Day",
        "Robert Downey, Sr. said",
        "Sr. Mary Clare (Sister)",
        "Sra. Rushmore (agency)",
        "Ken Griffey Sr. played",
        "Robert Downey, Sr. Actor",
        "Sr. Vice President Carla Hayes will speak at noon.",
        "Sr Software Engineer wanted in Austin.",
        Example("In 1950 Sr. Bernadette taught.", source="auto"),
        Example("They met Sr. Smith again.", source="auto"),
    ),
)

NAME008 = _rule(
    "NAME008",
    "don-dona",
    ("es", "it", "pt"),
    UNSAFE,
    "Spanish or Portuguese D., Dña., Doña before a name",
    "English writes the bare name. Before a single name it may be a queen's or a saint's: reported. D. is an initial "
    "unless Dña. or Sr. stands in the document. Don is left alone: it is a name, and English takes it over.",
    (
        ("Dña. Ana Ruiz signed", "Ana Ruiz signed"),
        ("D. Juan Pérez and Dña. Ana Ruiz", "Juan Pérez and Ana Ruiz"),
        Example("said Doña Sofía", flag="Doña Sofía", suggest="Queen Sofía"),
    ),
    (
        "Don Quixote", "Don Was", "D. Trump", "Don Bosco", "Don Paolo", "D. H. Lawrence", "Washington D.C.",
        "Don Allan Mitchell", "Vitamin D. Taken daily", "Franklin D. Roosevelt met Dña. Ruiz",
        "Doña Ana County is in New Mexico.",
    ),
)  # fmt: skip

NAME009 = _rule(
    "NAME009",
    "spanish-degrees",
    ("es", "pt"),
    UNSAFE,
    "Spanish or Portuguese degree before a name",
    "Lic., Ing., Arq. have no English equal and are dropped; Dra. is Dr., Excmo. Sr. is Mr.",
    (
        ("Lic. Juan Pérez signed", "Juan Pérez signed"),
        ("Dra. Ana Ruiz", "Dr. Ana Ruiz"),
        ("Ing. Carlos Slim", "Carlos Slim"),
        ("the Excmo. Sr. Ruiz", "Mr. Ruiz"),
        Example("Prof.ª Costa said", "Prof. Costa said", source="pt"),
    ),
    ("Lic. no. 345", "Ing. Groep", "ING Bank", "Arq. is an abbreviation"),
)

NAME010 = _rule(
    "NAME010",
    "herr-frau",
    ("de",),
    SAFE,
    "German Herr, Frau before a name",
    "English novels and history have Herr and Frau too, so without evidence of a German source they are only "
    "reported. Fr. is Father or Friday unless Herr, Hr. or Frau is in the document.",
    (
        ("Frau Merkel said", "Ms. Merkel said"),
        ("with Herrn Scholz", "with Mr. Scholz"),
        ("Hr. Müller and Fr. Schmidt", "Mr. Müller and Ms. Schmidt"),
        ("Herr Dr. Weber", "Dr. Weber"),
        ("On Monday Frau von der Leyen spoke.", "On Monday Ms. von der Leyen spoke."),
        ("Fräulein Braun left.", "Ms. Braun left."),
        ("Frau Prof. Dr. Weber spoke.", "Prof. Dr. Weber spoke."),
    ),
    (
        "Fr. Vladimir served Mass",
        "Frau Holle",
        "Herr Bundeskanzler Scholz said",
        "Frau im Spiegel",
        '"Guten Tag, Herr Ritter"',
        'The fans sang "Danke, Herr Streich, für alles" until late.',
        "Herr is German for Mr.",
        "Fri. Oct. 5",
        Example("In 146 Hr. Macedonia was annexed.", source="auto"),
    ),
)

NAME012 = _rule(
    "NAME012",
    "signor",
    ("it",),
    SAFE,
    "Italian Sig., Sig.ra, Dott., On. before a name",
    "Sig. and On. need a text from Italian; On. (onorevole, member of parliament) and Avv. have no English equal and "
    "are dropped. Signor and Signora are English loans too: without that evidence they are only reported.",
    (
        ("Sig. Rossi said", "Mr. Rossi said"),
        ("Sig.ra Bianchi", "Ms. Bianchi"),
        ("Signora Conti left", "Ms. Conti left"),
        ("Dott.ssa Verdi", "Dr. Verdi"),
        ("according to On. Rossi", "according to Rossi"),
        ("Dott. Mario Neri signed.", "Dr. Mario Neri signed."),
    ),
    (
        "On. Monday",
        "Lights On. Tuesday is off.",
        "SIG Sauer",
        '"La Signora di tutti"',
        "Sig. Freud (Sigmund)",
        "On Deck",
        "The lights went On. He left",
        "Turn the switch to On. Hold it for three seconds.",
    ),
)

NAME013 = _rule(
    "NAME013",
    "dutch-titles",
    ("nl",),
    UNSAFE,
    "Dutch dhr., mevr., drs. before a name",
    "Lower-case mr. (meester) is a lawyer's degree, drs. and ir. are others: dropped before a name in a text from "
    "Dutch.",
    (
        ("dhr. Rutte said", "Mr. Rutte said"),
        ("mevr. De Vries", "Ms. De Vries"),
        ("mevrouw Jansen left", "Ms. Jansen left"),
        ("drs. P. Jansen", "P. Jansen"),
        ("mr. P. van der Berg spoke", "P. van der Berg spoke"),
    ),
    ("Mr. Rutte", "two drs. of the clinic", "the MW plant", '"mevrouw" means madam'),
)

NAME014 = _rule(
    "NAME014",
    "slavic-titles",
    ("pl", "ru", "uk"),
    SAFE,
    "Polish, Russian or Ukrainian title before a name",
    "Pani, г-н, g-zha and the like are no English words. Pan is also an airline, a god and a boy: it needs a text "
    "from Polish or Ukrainian, and a surname that the document knows or a verb after it.",
    (
        Example("Pani Nowak resigned", "Ms. Nowak resigned", source="pl"),
        Example("г-н Ivanov said", "Mr. Ivanov said", source="ru"),
        Example("g-zha Petrova", "Ms. Petrova", source="ru"),
        Example("Gospodin Sidorov left", "Mr. Sidorov left", source="ru"),
        Example("recognizes the g-n Smith, than", "recognizes Mr. Smith, than", source="ru"),
        Example("Yesterday Pan Kowalski resigned.", "Yesterday Mr. Kowalski resigned.", source="pl"),
        Example("He spoke with г-ном Петровым in the house.", "He spoke with Mr. Петровым in the house.", source="ru"),
    ),
    (
        "Pan Am", "Peter Pan Records", "Pan Tadeusz", "Pan American Games", "Panic Room", "Chris Pan Kai",
        "Pan Am said on Monday that it was broke.", "She dreamt of Pan Tau.",
    ),
)  # fmt: skip

NAME023 = _rule(
    "NAME023",
    "arabic-titles",
    ("ar",),
    SAFE,
    "Arabic title before a name",
    "The titles for Mr., Ms. and Dr., left in Arabic script before a name in Latin letters, are no English.",
    (("السيد Ahmed Salem said", "Mr. Ahmed Salem said"), ("with السيدة Haddad", "with Ms. Haddad")),
    ("السيد means lord", "Al-Sayyid Street"),
)

RULES = (
    NAME001, NAME002, NAME003, NAME004, NAME005, NAME006, NAME007, NAME008, NAME009, NAME010, NAME012, NAME013,
    NAME014, NAME023,
)  # fmt: skip
