"""Who speaks in French drafts: subjects far behind their verb, « on », locutions, nouns that look like verbs."""

import pytest

from tests.importing.speech.section_quotations import speakers, spoken


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Nous partons », a raconté à l'AFP Ewenn Fabre, maire de Lyon.", "Ewenn Fabre"),
        ("« Une décision historique », s'est réjoui sur X le député Marc Olivier.", "Marc Olivier"),
        ("« Nous partons », a expliqué en fin de journée devant la presse la ministre Claire Petit.", "Claire Petit"),
        ("« Nous partons », a fait savoir l'Institut Pasteur.", "Institut Pasteur"),
        ("Le ministre Paul Durand a fait part de sa « très profonde émotion ».", "Paul Durand"),
        ("Son avocate, Nadia Ferhat, a fait valoir que son client était « épuisé ».", "Nadia Ferhat"),
        ("« On avance à petits pas », reconnaît-on au ministère de la Santé.", "ministère de la Santé"),
        ("« Nous n'excluons rien », a-t-on appris de source policière.", "source policière"),
        ("Le plan serait « trop lent », selon un rapport parlementaire publié mardi.", "rapport parlementaire"),
        ("« C'est fini », affirme une source proche de l'enquête.", "une source proche de l'enquête"),
        ("Selon l'entourage du ministre, la décision est « imminente ».", "entourage du ministre"),
        ("Pour l'association de consommateurs, il s'agit d'un « recul net ».", "association de consommateurs"),
        ("L'appel du maire Paul Durand à « garder son calme » a été entendu.", "Paul Durand"),
        ("L'ONG accuse le groupe de « greenwashing ».", "ONG"),
        ("Le président Paul Durand est là. Il a appelé « à la responsabilité de chacun ».", "Paul Durand"),
        ("« Nous partons, a fait savoir le maire Paul Durand, et vite. »", "Paul Durand"),
    ],
)
def test_a_french_speaker_is_found(text, speaker):
    assert speakers(text, language="fr") == [speaker]


def test_an_office_before_a_name_is_whole_though_capitals_stand_in_it():
    text = "La ministre des Transports Claire Petit s'est dite « ouverte à toutes les discussions »."
    assert [(speaker, role) for _, speaker, role, _ in spoken(text, language="fr")] == [
        ("Claire Petit", "ministre des Transports")
    ]
