"""What somebody types who remembers a briefing of the demo, by its slug: each line, written by hand, is one search."""

OF_THE_DEMO = {
    "narrows-reopening": """
        first convoy narrows
        convoys passing strait
        Corvin Teague strait
        ships of every flag
        Kray assembly vote
        sunken dredger
        37 ships waiting
        transit fees pilots
        Ilse Maranthe timetable
    """,
    "narrows-first-week": """
        queue at the Narrows
        168 ships
        commission records short
        third convoy dangerous goods
    """,
    "rail-fares-cap": """
        regional rail fare
        two crowns journey
        cheap tickets bargain
        children under twelve train
        treasury 84 million
        Hesper Adeyline evening services
    """,
    "tessaby-tap-water": """
        boiling water Tessaby
        burst main canal
        neighbour fifth floor ninety
        dishwashers filter
        infant formula
    """,
    "brenmoor-waiting-times": """
        hospital waiting time
        Marit Solvang evenings
        knee operation Brenmoor
        Aldine Institute
    """,
    "orrin-dam-inspection": """
        Orrin dam inspections
        cracked hinge
        Maranthe danger repair
        lake two metres lower
    """,
    "port-anselm-tram-hearing": """
        tram route Anselm
        florist Harbour Street
        shifts begin at five
        Strand-Holloway wires
        deputy mayor Fennimore
    """,
    "one-heller-coin": """
        one heller coin
        Port Anselm mint
    """,
    "halvern-coast-erosion": """
        coast metres sixty years
        Eastrow garden
        sea negotiates
        coast path safe
        insurers erosion
    """,
    "ukraines-allies-pledge-binding-security-guarantees-at-paris-summit": """
        Witkoff security protocols
        guarantee for Ukraine Paris
        coalition willing
    """,
    "kleingaerten-gruenmoor": """
        Kleingarten Grünmoor
        Thessa Rombach
        Kirsche stehlen
        Fahrräder Garten Kinder
        Grunmoor Vereine
        Gruenmoor Kleingaerten
    """,
    "eschenfurth-grundstuecksverkehr": """
        Acker Wald verkaufen
        Kleinbauern Langsamkeit
        Genehmigung der Landwirtschaftskammer
        grundstücksverk* Eschenfurth
        Wiltrud Sandkamp
    """,
    "verbopole-archive-letters": """
        архів Вербополя листи
        Орислава Тернович
        прохання родин
        блошиний ринок
        рукописний текст
        архів Вербопіль
    """,
    "sarw-oasis-irrigation": """
        واحة السرو
        قناة الري القديمة
        نوار الدهاني
        مياه جوفية الثلث
        الماء نتقاسمه
        تكلفه الترميم
    """,
}
SEARCHES = [(slug, line.strip()) for slug, lines in OF_THE_DEMO.items() for line in lines.strip().splitlines()]
