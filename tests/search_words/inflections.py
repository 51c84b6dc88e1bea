"""Words as texts have them, and as readers ask for them: of each language twenty."""

INFLECTIONS = {
    "en": """
        negotiation/negotiations minister/ministers sanction/sanctioned agree/agreed border/borders country/countries
        attack/attacking election/elections leader/leaders guarantee/guarantees soldier/soldiers refugee/refugees
        vote/voting promise/promised government/governments withdrawal/withdrawals treaty/treaties city/cities
        talk/talks Ukraine/Ukraine’s
    """,
    "de": """
        Verhandlung/Verhandlungen Minister/Ministern Haus/Häuser Wahl/Wahlen Grenze/Grenzen Land/Landes
        Soldat/Soldaten Regierung/Regierungen Präsident/Präsidenten Sanktion/Sanktionen Vertrag/Verträge
        Angriff/Angriffen Flüchtling/Flüchtlingen Krieg/Krieges Stadt/Städten Gespräch/Gesprächen Bündnis/Bündnisse
        Frage/Fragen Straße/Strassen Partei/Parteien
    """,
    "fr": """
        négociation/négociations ministre/ministres élection/elections accord/l’accord frontière/frontières
        soldat/soldats gouvernement/gouvernements président/présidente sanction/sanctionné attaque/attaques
        réfugié/réfugiée promesse/promesses garantie/garanties ville/villes décision/décisions allié/alliés
        question/questions européen/européennes guerre/guerres traité/traités
    """,
    "es": """
        negociación/negociaciones ministro/ministra elección/elecciones país/países frontera/fronteras soldado/soldados
        gobierno/gobiernos presidente/presidenta sanción/sanciones acuerdo/acuerdos ataque/ataques refugiado/refugiada
        promesa/promesas garantía/garantías ciudad/ciudades decisión/decisiones aliado/aliados pregunta/preguntas
        europeo/europeas guerra/guerras
    """,
    "ar": """
        مفاوضة/المفاوضات وزير/والوزير حكومة/الحكومه رئيس/رئيسها انتخاب/الانتخابات حدود/الحدود اتفاق/اتفاقات جندي/الجندي
        هجوم/هجومها مدينة/المدينة سؤال/السؤال أوروبا/اوروبا لاجئ/اللاجئين ضمان/ضمانات قرار/قرارات عقوبة/العقوبات
        حرب/حربها سلام/السَّلام دولة/الدولة اجتماع/الاجتماعات
    """,
    "uk": """
        переговори/переговорів міністр/міністром уряд/урядом президент/президентові вибори/виборах кордон/кордони
        угода/угодою війна/війну рік/року місто/містом рука/руці допомога/допомозі солдат/солдати гарантія/гарантій
        біженець/біженців питання/питаннях європейський/європейського союзник/союзників санкція/санкціями п’ять/п'ять
    """,
}
PAIRS = [(language, *pair.split("/")) for language, pairs in INFLECTIONS.items() for pair in pairs.split()]
