"""How English prose says who speaks: one rule a line, as outlets write it."""

import pytest

from tests.importing.speech.section_quotations import said, speakers, spoken


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ivo Brandt called it “a door,” while Ana Lopez said that it was too early.", ["Ivo Brandt"]),
        ("One firm told staff that they were “sleep managers”, a phrase that a judge described in March.", ["firm"]),
        ("Lawyer Ivo Brandt said that “no one is above the law”, a phrase the judge repeated.", ["Ivo Brandt"]),
        ("Scientists cautioned that it, while “tantalizing to all of us,” needs to be confirmed.", ["Scientists"]),
        ("Ivo Brandt said allies had agreed to “step up”.", ["Ivo Brandt"]),
        ("Ana Lopez said that Ivo Brandt had described the payments as “love letters”.", ["Ivo Brandt"]),
    ],
)
def test_words_belong_to_the_clause_that_they_stand_in(text, names):
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Northwater said it had paid and described the claims as “wrong for years”.", ["Northwater"]),
        ("Northwater said it had paid and described the campaigners’ claims as “plain wrong”.", ["Northwater"]),
        ("Northwater asked the council, which said it was “reviewing the matter”.", ["council"]),
        ("Northwater asked Ivo Brandt, who said it was “far too early”.", ["Ivo Brandt"]),
        ("State media quoted the mayor as saying that the bridge was “about to collapse”.", ["mayor"]),
        ("“We are ready,” state media quoted Ivo Brandt as saying.", ["Ivo Brandt"]),
        ("Ivo Brandt was quoted as saying that the bridge was “about to collapse”.", ["Ivo Brandt"]),
        ("A man in the gallery was removed after calling out “Shame on you.”", ["a man"]),
        ("Ana Lopez rejected a suggestion by Ivo Brandt that help came “half a day late”.", ["Ivo Brandt"]),
        ("Ana Lopez spoke of warnings from doctors that it was “far too late”.", ["doctors"]),
        ("Ivo Brandt put it to her that the accounts were “a shambles for years”.", ["Ivo Brandt"]),
        ("Ana Lopez said a text message found on his phone read: “Lights off.”", ["text message"]),
        ("“No,” said coach Ana Lopez. Asked again, the coach did not hesitate: “Anyone.”", ["Ana Lopez", "Ana Lopez"]),
        ("As Ivo Brandt put it: “You cannot offset a flight.”", ["Ivo Brandt"]),
        ("Many signs were held up. Another said “Not in our little name”.", [None]),
        ("Parents of pupils where a roof fell in say they had “begged for repairs”.", ["Parents"]),
    ],
)
def test_a_verb_has_its_subject_elsewhere(text, names):
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The invoice listed 63 nights of what it called “custodial accommodation.”", ["invoice"]),
        ("Ana Lopez came. The ministry paid for what it called “custodial accommodation.”", ["ministry"]),
        ("Ivo Brandt left. Lawyers for the firms said it was wrong. “We go on,” he said.", ["Ivo Brandt"]),
        ("Ana Lopez left. The staff said it was wrong. “We go on,” she said.", ["Ana Lopez"]),
        ("A nurse said the staff had warned the ministry. “Nobody wrote back,” she said.", ["a nurse"]),
        ("Ms. Kim Diaz left. Mr. Lee Park came. “We go on,” she said.", ["Kim Diaz"]),
        ("Kim Diaz left. Her son waited. “We go on,” she said.", ["Kim Diaz"]),
        ("Jang Min-ho died in his van. His sister wept. “We go on,” she said.", ["His sister"]),
        ("The clerk Kim Diaz left. Among them was a grandmother. “I paid,” the grandmother said.", ["grandmother"]),
        ("Peter Rono was not charged. The businessman said he was “a supplier, no more”.", ["Peter Rono"]),
        ("Xi Jinping met Kim Diaz. Xi spoke of “a friendship without limits”.", ["Xi Jinping"]),
        ("Energy Cabinet Secretary Lilian Wafula spoke. The ECS said they would “carry a cross”.", ["Lilian Wafula"]),
        ("The judges met in Seoul. The judges said the firm was “an employer for ever”.", ["judges"]),
    ],
)
def test_a_later_mention_means_one_who_can_be_meant(text, names):
    assert speakers(text) == names


def test_initials_of_an_office_are_a_guess():
    sentences = "Energy Cabinet Secretary Lilian Wafula spoke. The ECS said they would “carry a cross for it”."
    assert spoken(sentences) == [
        ("carry a cross for it", "Lilian Wafula", "Energy Cabinet Secretary", False),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Africa’s Gulfmar Energy shut a unit. “The fire is out,” the company said.", ["Gulfmar Energy"]),
        ("Pilots will vote. Their union, Flightdeck, said no. “There is money for rest,” it said.", ["Flightdeck"]),
        ("MedCorner declined to comment. In an email, it said it “takes it seriously.”", ["MedCorner"]),
        ("Ivo McDonald came. The firm left. “We go on,” he said.", ["Ivo McDonald"]),
        ("Toolmaker Lumex refused. The company called it “a tax on honesty”.", ["Lumex"]),
        ("The American Guild of Bakers called it “an experiment without consent”.", ["American Guild of Bakers"]),
        ("The UN Children’s Fund said it was “a race against rain”.", ["UN Children’s Fund"]),
        ("The National Bank of Georgia said a cut was “conceivable before Easter”.", ["National Bank of Georgia"]),
        ("The Russian transport ministry said it was “a club without members”.", ["Russian transport ministry"]),
        ("A senior EU diplomat, who was tired, was blunter: “They mailed us the key.”", ["a senior EU diplomat"]),
        ("One Republican lawmaker said it was “far too late for that”.", ["one Republican lawmaker"]),
        ("The opposition’s Yun Dae-jung said it was “far too late for that”.", ["Yun Dae-jung"]),
        ("Chief Inspector Tom Briggs of Kent Police said he was “keeping an open mind”.", ["Tom Briggs"]),
        ("“We held the line,” said a rebel commander known as Bozo.", ["a rebel commander"]),
        ("Human rights lawyer Amal Hadi said it was “far too late for that”.", ["Amal Hadi"]),
        ("EU foreign policy chief Kaja Kallas said: “Every day counts.”", ["Kaja Kallas"]),
        ("Farmers’ leader Joachim Rukwied told them: “We will be back.”", ["Joachim Rukwied"]),
        ("Baltazar Nunes, 63, went in three times. “You don’t leave children,” he said.", ["Baltazar Nunes"]),
        ("The 212-page decision describes the firms as “each other’s rivals”.", ["212-page decision"]),
        ("In a letter, 200 economists warned of “lasting damage to us”.", ["200 economists"]),
        ("A letter signed by its doctors says: “Our patients wait.”", ["letter signed by its doctors"]),
        ("A paper by Dutch scientists calls it “a canary with roots”.", ["paper by Dutch scientists"]),
        ("Outside, a woman whose son died said it was “far too late”.", ["a woman whose son died"]),
        ("An engineer who lives nearby spoke of “a sound like a snap”.", ["an engineer who lives nearby"]),
        ("Harbour master Solveig Tangenes said: “It is time.”", ["Solveig Tangenes"]),
        ("Its joint statement calls nurses “the people who know”.", ["joint statement"]),
    ],
)
def test_names_end_where_they_end(text, names):
    assert speakers(text) == names


def test_a_note_number_does_not_part_words_from_those_before():
    assert speakers("“The wind turned,” said Ivo Brandt.[2] “I took the books.”") == ["Ivo Brandt", "Ivo Brandt"]


def test_labels_of_agencies_name_nobody():
    assert speakers("UPDATE 2: it is over at the unit. “It was quick,” the company said.") == ["company"]


def test_what_is_described_as_a_term_stays_one():
    assert [term.words for term in said("It follows what neuroscientists describe as “replay” in sleep.").terms] == [
        "replay"
    ]
