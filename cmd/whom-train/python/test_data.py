"""Tests that need no packages: python -m unittest discover cmd/whom-train/python"""

import unittest

from data import Sentence, bio, gum_names, kinds, vote


class Names(unittest.TestCase):
    def test_two_agree(self):
        forms = "the Bank of Spain 's head".split()
        spacy, corenlp = [(0, 4, "ORG")], [(1, 3, "ORGANIZATION")]
        self.assertEqual(vote(forms, [spacy, corenlp]), ["O", "B-ORG", "I-ORG", "I-ORG", "O", "O"])

    def test_a_link_agrees(self):
        self.assertEqual(vote(["Kobani"], [[(0, 0, "CITY")], []], {(0, 0)}), ["B-LOC"])

    def test_doubt_teaches_nothing(self):
        self.assertEqual(vote(["Lab", "is"], [[(0, 0, "ORG")], [(0, 0, "PERSON")]]), [None, "O"])

    def test_other_types_are_no_names(self):
        self.assertEqual(vote(["May"], [[(0, 0, "DATE")], [(0, 0, "DATE")]]), ["O"])

    def test_the_first_of_overlapping_spans(self):
        self.assertEqual(bio([(0, 1, "ORG"), (1, 1, "LOC")], 3), ["B-ORG", "I-ORG", "O"])


class Kinds(unittest.TestCase):
    def kinds(self, text, names, spacy, corenlp):
        s = Sentence(forms=text.split(), upos=[], xpos=[], heads=[], relations=[], names=names.split())
        return kinds(s, spacy, corenlp)

    def test_a_country_and_another_place(self):
        got = self.kinds("Peru near Lima", "B-LOC O B-LOC", [], [(0, 0, "COUNTRY"), (2, 2, "CITY")])
        self.assertEqual(got, ["B-country", "O", "B-place"])

    def test_a_title_before_a_name(self):
        got = self.kinds("foreign minister Ann Lee", "O O B-PER I-PER", [], [(0, 1, "TITLE"), (2, 3, "PERSON")])
        self.assertEqual(got, ["B-title", "I-title", "B-person", "I-person"])

    def test_one_nationality_is_in_doubt(self):
        got = self.kinds("Peruvian Catholic", "O O", [(0, 0, "NORP"), (1, 1, "NORP")], [(1, 1, "RELIGION")])
        self.assertEqual(got, [None, "B-nationality"])


class Gum(unittest.TestCase):
    def test_entity_cut_to_its_name(self):
        s = Sentence(
            forms="the old University of York , here".split(),
            upos="DET ADJ PROPN ADP PROPN PUNCT ADV".split(),
            xpos="DT JJ NNP IN NNP , RB".split(),
            heads=[3, 3, 0, 5, 3, 3, 3], relations=[],
            misc=[{"Entity": "(1-organization-new-nnnnn-cf1-3-sgl"}, {}, {}, {},
                  {"Entity": "(2-place-new-nnnnn-cf2-1-sgl)1)"}, {}, {}],
        )
        self.assertEqual(gum_names(s), [(2, 4, "organization"), (4, 4, "place")])


if __name__ == "__main__":
    unittest.main()
