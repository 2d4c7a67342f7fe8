"""The network as it is trained: one encoder with heads for tags, arcs, relations, names and phrases.

src/language runs it.
"""
import json
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

# Beside the treebanks: a sentence of no treebank in particular.
BANKS, NO_BANK = 3, 2
# Width of what names and phrases are told by.
NAMING, NAMING_DROPOUT = 128, 0.3


class Carry(torch.autograd.Function):
    """state = keep * state before + new, step by step along the first axis."""

    @staticmethod
    def forward(ctx, keep, new):
        states = torch.empty_like(new)
        before = torch.zeros_like(new[0])
        for step in range(new.shape[0]):
            torch.addcmul(new[step], keep[step], before, out=states[step])
            before = states[step]
        ctx.save_for_backward(keep, states)
        return states

    @staticmethod
    def backward(ctx, wanted):
        keep, states = ctx.saved_tensors
        of_new = torch.empty_like(wanted)
        of_new[-1] = wanted[-1]
        for step in range(wanted.shape[0] - 2, -1, -1):
            torch.addcmul(wanted[step], keep[step + 1], of_new[step + 1], out=of_new[step])
        of_keep = torch.zeros_like(keep)
        of_keep[1:] = of_new[1:] * states[:-1]
        return of_keep, of_new


def shifted(x, k):
    if k == 0:
        return x
    if abs(k) >= x.shape[0]:
        return torch.zeros_like(x)
    gap = x.new_zeros((abs(k),) + x.shape[1:])
    return torch.cat([x[k:], gap]) if k > 0 else torch.cat([gap, x[:k]])


class Net(nn.Module):
    """Shape: words come as [places, sentences, rows]; the root stands behind the last word of each sentence."""

    def __init__(self, facts, kinds, width, embedding, running_width, arc, hidden, dropout, head_dropout):
        super().__init__()
        self.kinds, self.width, self.embedding, self.arc, self.hidden = kinds, width, embedding, arc, hidden
        self.half = width * running_width // 2
        self.dropout, self.head_dropout = dropout, head_dropout
        self.farthest, self.distances = facts['farthest'], facts['distances']
        self.register_buffer('distance_of', torch.tensor(facts['distanceOf']), persistent=False)
        self.words = nn.Parameter(torch.randn(facts['embeddingRows'], embedding) * 0.08)
        self.banks = nn.Parameter(torch.zeros(BANKS, width))
        self.root = nn.Parameter(torch.randn(embedding) * 0.1)
        self.first = nn.Linear(5 * embedding, width)
        self.first_norm = nn.LayerNorm(width)
        self.layers, self.norms, self.narrow = nn.ModuleList(), nn.ModuleList(), nn.ModuleList()
        for kind in kinds:
            running = kind == 'running'
            self.layers.append(nn.Linear(width, 4 * self.half) if running else nn.Linear(3 * width, width))
            self.norms.append(nn.LayerNorm(width))
            wide = running and running_width > 1
            self.narrow.append(nn.Linear(2 * self.half, width) if wide else nn.Identity())
        self.tags = nn.Linear(width, facts['tags'])
        self.dependent, self.head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.query = nn.Linear(arc, arc)
        self.any_query = nn.Linear(arc, 1)
        self.far_query = nn.Linear(arc, self.distances)
        nn.init.zeros_(self.far_query.weight)
        self.relation_of_dependent, self.relation_of_head = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.distance = nn.Parameter(torch.zeros(self.distances, hidden))
        self.relations = nn.Linear(hidden, facts['relations'])
        self.naming = nn.Linear(width, NAMING)
        self.names, self.phrases = nn.Linear(NAMING, facts['names']), nn.Linear(NAMING, facts['phrases'])

    def drop(self, x, share, axis=0):
        """Drops the same columns along a whole sentence."""
        if not self.training or share == 0:
            return x
        kept = torch.rand([1 if one == axis else size for one, size in enumerate(x.shape)]) >= share
        return x * (kept.float() / (1 - share)).to(x.dtype)

    def encode(self, ids, banks, mask, lengths):
        places, count, rows = ids.shape
        all_sentences = torch.arange(count)
        is_word, is_root = mask.clone(), torch.zeros_like(mask)
        is_word[lengths, all_sentences] = 0
        is_root[lengths, all_sentences] = 1
        x = F.embedding_bag(ids.view(-1, rows), self.words, mode='sum', sparse=self.training)
        x = self.drop(x.view(places, count, -1) * is_word + is_root * self.root, self.dropout)
        h = self.first(torch.cat([shifted(x, k) for k in (-2, -1, 0, 1, 2)], 2)) + self.banks[banks]
        h = self.first_norm(torch.relu(h)) * mask
        for kind, layer, norm, narrow in zip(self.kinds, self.layers, self.norms, self.narrow):
            z = self.drop(h, self.dropout * 0.6)
            if kind == 'running':
                y = torch.relu(narrow(self.run(layer(z).float(), mask)))
            else:
                y = torch.relu(layer(torch.cat([shifted(z, k) for k in (-1, 0, 1)], 2)))
            h = norm(h + y) * mask
        return h

    def run(self, x, mask):
        """From left to right in the one half, from right to left in the other; nothing is read where no word is."""
        right_gate, right, left_gate, left = x.split(self.half, 2)
        gate = torch.cat([right_gate, left_gate.flip(0)], 2)
        new = torch.cat([right, left.flip(0)], 2)
        here = torch.cat([mask.expand(-1, -1, self.half), mask.flip(0).expand(-1, -1, self.half)], 2)
        gate = (0.5 + 0.5 * gate / (1 + gate.abs())) * here
        states = Carry.apply(1 - gate, gate * new)
        return torch.cat([states[:, :, :self.half], states[:, :, self.half:].flip(0)], 2)

    def score_tags(self, h):
        return self.tags(self.drop(h, self.dropout * 0.6)).float().transpose(0, 1)

    def score_heads(self, h, mask):
        """The encoding with sentences first, and scores of every head for every word."""
        h = self.drop(h, self.dropout * 0.6).transpose(0, 1)
        places = h.shape[1]
        dependent = self.drop(torch.relu(self.dependent(h)), self.head_dropout, 1)
        head = self.drop(torch.relu(self.head(h)), self.head_dropout, 1)
        query, far_query = self.query(dependent).float() / math.sqrt(self.arc), self.far_query(dependent).float()
        # Sums of many products are too coarse in 16 bits to tell good heads from better ones.
        with torch.autocast('cpu', enabled=False):
            scores = torch.bmm(query, head.float().transpose(1, 2))
        at = torch.arange(places)
        far = self.distance_of[at[None, :] - at[:, None] + self.farthest].expand(h.shape[0], places, places)
        scores = scores + self.any_query(head).transpose(1, 2) + far_query.gather(2, far)
        scores = scores.masked_fill(mask.permute(1, 2, 0) == 0, -1e4)
        return h, scores.masked_fill(torch.eye(places, dtype=torch.bool), -1e4)

    def score_relations(self, h, heads):
        of_head = self.relation_of_head(h).gather(1, heads[:, :, None].expand(-1, -1, self.hidden))
        far = self.distance_of[heads - torch.arange(h.shape[1]) + self.farthest]
        hidden = torch.relu(self.relation_of_dependent(h) + of_head + self.distance[far])
        return self.relations(self.drop(hidden, self.head_dropout, 1)).float()

    def score_names(self, h):
        """Scores of the labels of names, and of phrases, with sentences first."""
        naming = torch.relu(self.naming(self.drop(h, self.dropout)))
        naming = self.drop(naming, NAMING_DROPOUT).transpose(0, 1)
        return self.names(naming).float(), self.phrases(naming).float()

    def tensors(self):
        """As src/language reads them: what is fixed when training ends is worked into its neighbours."""
        found = {'words': self.words, 'root': self.root, 'distance': self.distance}

        def put(name, weight, bias):
            found[f'{name}.weight'], found[f'{name}.bias'] = weight, bias

        # Read as a sentence of the second treebank, GUM, which holds news and speech.
        put('first', self.first.weight, self.first.bias + self.banks[1])
        put('firstNorm', self.first_norm.weight, self.first_norm.bias)
        for index, (layer, norm) in enumerate(zip(self.layers, self.norms)):
            put(f'layers.{index}', layer.weight, layer.bias)
            put(f'norms.{index}', norm.weight, norm.bias)
        scale = 1 / math.sqrt(self.arc)
        put('query', torch.cat([self.query.weight * scale, self.far_query.weight]),
            torch.cat([self.query.bias * scale + self.any_query.weight[0], self.far_query.bias]))
        for name, part in (('tags', self.tags), ('dependent', self.dependent), ('head', self.head),
                           ('relationOfDependent', self.relation_of_dependent),
                           ('relationOfHead', self.relation_of_head), ('relations', self.relations),
                           ('naming', self.naming), ('phrases', self.phrases)):
            put(name, part.weight, part.bias)
        return found

    def export(self, path):
        """Writes PATH.f32, all weights one after another, and PATH.json, where each begins, and its shape."""
        places, at = {}, 0
        with open(f'{path}.f32', 'wb') as file:
            for name, value in self.tensors().items():
                numbers = value.detach().numpy().astype(np.float32)
                file.write(numbers.tobytes())
                places[name] = {'at': at, 'shape': list(numbers.shape)}
                at += numbers.size
        with open(f'{path}.json', 'w') as file:
            json.dump(places, file)
