"""Sentences as write-words.ts wrote them, in batches."""
import numpy as np
import torch

from network import NO_BANK

# Columns behind a word's rows.
IN_TREEBANKS, COUNT, TAG, PENN, HEAD, RELATION, NAME, PHRASE, BANK = range(9)
# The place of the hint among a word's rows.
HINT = 9
# How many sentences have hints in training, and how many of their words.
HINTED, HINTED_WORDS = 0.3, 0.2
# How many words of names are taken for unknown ones in training.
UNKNOWN_NAMES = 0.2
# A word seldom seen in the treebanks is unknown to those who learn from these alone.
KNOWN = 3


class Sentences:
    def __init__(self, folder, name, facts):
        self.rows = facts['rowsPerWord']
        self.words = np.fromfile(f'{folder}/{name}.words', np.int32).reshape(-1, self.rows + facts['facts'])
        self.offsets = np.fromfile(f'{folder}/{name}.offsets', np.int32)
        self.lengths = np.diff(self.offsets)
        self.first_hint = facts['firstHint']

    def batches(self, chosen, size, chance):
        """Sentences of like length together, at most `size` places a batch."""
        order = chosen[np.argsort(self.lengths[chosen] + chance.random(len(chosen)) * 6)]
        found, batch, longest = [], [], 0
        for one in order:
            longest = max(longest, self.lengths[one] + 1)
            if batch and longest * (len(batch) + 1) > size:
                found.append(batch)
                batch, longest = [], self.lengths[one] + 1
            batch.append(one)
        if batch:
            found.append(batch)
        return found

    def gather(self, batch, taught, chance=None, tags=None):
        """A batch as the network takes it, and the words' columns; with `chance`, as for training.

        `tags` are those to give hints at, where they are not in the columns.
        """
        lengths = self.lengths[batch].astype(np.int64)
        places = int(lengths.max()) + 1
        ids = np.zeros((places, len(batch), self.rows), np.int64)
        columns = np.full((len(batch), places, self.words.shape[1] - self.rows), -1, np.int64)
        mask = np.zeros((places, len(batch), 1), np.float32)
        banks = np.full(len(batch), 1 if chance is None else NO_BANK, np.int64)
        for at, one in enumerate(batch):
            n = lengths[at]
            rows = self.words[self.offsets[one]:self.offsets[one + 1]]
            ids[:n, at] = rows[:, :self.rows]
            columns[at, :n] = facts = rows[:, self.rows:]
            mask[:n + 1, at] = 1
            if not taught:
                ids[:n, at, 0][facts[:, IN_TREEBANKS] < KNOWN] = 0
            if chance is None:
                continue
            # Rare words are now and then taken for unknown ones, so that the unknown word learns what to be.
            count = np.maximum(facts[:, COUNT if taught else IN_TREEBANKS], 1)
            ids[:n, at, 0][chance.random(n) < 0.4 / (0.4 + count)] = 0
            # Names are mostly new ones: what stands around them, and what they look like, must tell.
            named = (facts[:, NAME] > 0) | (facts[:, PHRASE] > 0)
            ids[:n, at, 0][named & (chance.random(n) < UNKNOWN_NAMES)] = 0
            known = facts[:, TAG] if tags is None else tags[self.offsets[one]:self.offsets[one + 1]]
            if chance.random() < HINTED:
                told = (chance.random(n) < HINTED_WORDS) & (known >= 0)
                ids[:n, at, HINT][told] = self.first_hint + known[told]
            if facts[0, BANK] >= 0 and chance.random() >= 0.3:
                banks[at] = facts[0, BANK]
        inputs = [torch.from_numpy(one) for one in (ids, banks, mask, lengths)]
        return inputs, torch.from_numpy(columns)
