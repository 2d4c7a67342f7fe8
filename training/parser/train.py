"""Trains the network: on the treebanks, and with --taught on what label.py made of the open texts.

Usage: train.py FOLDER --out NAME [--layers KIND,KIND...] [--taught] ...
Writes FOLDER/NAME.pt, to go on from, and FOLDER/NAME.f32 and .json, to be packed.
"""
import argparse
import json
import math
import time

import numpy as np
import torch
import torch.nn.functional as F

from network import Net
from sentences import HEAD, NAME, PENN, PHRASE, RELATION, TAG, Sentences

args = argparse.ArgumentParser()
args.add_argument('folder')
args.add_argument('--out', required=True)
args.add_argument('--layers', required=True)
args.add_argument('--width', type=int, default=208)
args.add_argument('--embedding', type=int, default=160)
args.add_argument('--running-width', type=int, default=1, help='states of a running layer, times the width')
args.add_argument('--arc', type=int, default=128)
args.add_argument('--hidden', type=int, default=160)
args.add_argument('--epochs', type=int, default=9)
args.add_argument('--until', type=int, help='epochs after which to stop, the rate falling as if for all')
args.add_argument('--start', help='name of the network to go on from')
args.add_argument('--rate', type=float, default=2e-3)
args.add_argument('--dropout', type=float, default=0.15)
args.add_argument('--head-dropout', type=float, default=0.15)
args.add_argument('--batch', type=int, default=2400)
args.add_argument('--taught', action='store_true')
args.add_argument('--gold-times', type=int, default=1, help='times that the treebanks are read in an epoch')
args.add_argument('--share', type=float, default=1, help='share of the open texts that is read in an epoch')
args.add_argument('--tag-weight', type=float, default=0, help='weight of the Penn tags in the open texts')
args.add_argument('--phrase-times', type=int, default=4, help='times that the phrases are read in an epoch')
args.add_argument('--keep', type=float, default=0, help='share of the weights gone on from in the end')
args.add_argument('--name-weight', type=float, default=0.5)
args.add_argument('--seed', type=int, default=1)
args.add_argument('--threads', type=int, default=2)
A = args.parse_args()

torch.set_num_threads(A.threads)
torch.manual_seed(A.seed)
chance = np.random.default_rng(A.seed)
facts = json.load(open(f'{A.folder}/facts.json'))
gold = Sentences(A.folder, 'gold', facts)
short = np.flatnonzero(gold.lengths <= 120)
texts = Sentences(A.folder, 'open', facts)
phrases = Sentences(A.folder, 'phrases', facts)
is_tagged = texts.words[:, texts.rows + PENN] >= 0
chosen = np.arange(len(texts.lengths))
taught = None
if A.taught:
    taught = dict(np.load(f'{A.folder}/taught.npz'))
else:
    chosen = np.flatnonzero(np.add.reduceat(is_tagged, texts.offsets[:-1]) > 0)
not_penn = torch.ones(facts['pennTags'], facts['tags'], dtype=torch.bool)
not_penn[torch.tensor(facts['pennOfTag']), torch.arange(facts['tags'])] = False

shape = dict(kinds=A.layers.split(','), width=A.width, embedding=A.embedding, running_width=A.running_width,
             arc=A.arc, hidden=A.hidden, dropout=A.dropout, head_dropout=A.head_dropout)
net, average = Net(facts, **shape), Net(facts, **shape)
if A.start is not None:
    net.load_state_dict(torch.load(f'{A.folder}/{A.start}.pt')['weights'])
average.load_state_dict(net.state_dict())


class RowAdam:
    """Adam for the rows that a batch has touched: most words are in few batches."""

    def __init__(self, table):
        self.table, self.steps = table, 0
        self.mean, self.square = torch.zeros_like(table), torch.zeros_like(table)

    @torch.no_grad()
    def step(self, rate):
        self.steps += 1
        gradient = self.table.grad.coalesce()
        rows, values = gradient.indices()[0], gradient.values()
        mean = self.mean[rows].mul_(0.9).add_(values, alpha=0.1)
        square = self.square[rows].mul_(0.98).addcmul_(values, values, value=0.02)
        self.mean[rows], self.square[rows] = mean, square
        change = (mean / (1 - 0.9 ** self.steps)) / ((square / (1 - 0.98 ** self.steps)).sqrt() + 1e-8)
        self.table.index_add_(0, rows, change, alpha=-rate)


def plan():
    """The batches of one epoch in chance order, each with where it is from."""
    batches = [(gold, batch) for _ in range(A.gold_times) for batch in gold.batches(short, A.batch, chance)]
    every = np.arange(len(phrases.lengths))
    batches += [(phrases, batch) for _ in range(A.phrase_times) for batch in phrases.batches(every, A.batch, chance)]
    if A.taught or A.tag_weight > 0:
        some = chosen[chance.random(len(chosen)) < A.share]
        batches += [(texts, batch) for batch in texts.batches(some, A.batch, chance)]
    chance.shuffle(batches)
    return batches


def losses_of_gold(h, inputs, columns):
    known = columns[:, :, HEAD] >= 0
    rows, scores = net.score_heads(h, inputs[2])
    heads = columns[:, :, HEAD].clamp(min=0)
    return (F.cross_entropy(scores[known], heads[known]),
            F.cross_entropy(net.score_relations(rows, heads)[known], columns[:, :, RELATION][known]),
            F.cross_entropy(net.score_tags(h)[known], columns[:, :, TAG][known]))


def loss_of_names(h, columns):
    """Of names and of phrases, where somebody has marked them."""
    total = 0
    for scores, column in zip(net.score_names(h), (NAME, PHRASE)):
        known = columns[:, :, column] >= 0
        if known.any():
            total = total + F.cross_entropy(scores[known], columns[:, :, column][known])
    return total


def loss_of_penn(h, columns):
    """A Penn tag stands for several tags: their probabilities together are what counts."""
    known = columns[:, :, PENN] >= 0
    log_p = torch.log_softmax(net.score_tags(h)[known], 1)
    return -torch.logsumexp(log_p.masked_fill(not_penn[columns[:, :, PENN][known]], -1e9), 1).mean()


def losses_of_taught(h, inputs, batch):
    lengths = inputs[3]
    places = h.shape[0]

    def of(name, kind):
        values = np.zeros((len(batch), places) + taught[name].shape[1:], kind)
        for at, one in enumerate(batch):
            values[at, :lengths[at]] = taught[name][texts.offsets[one]:texts.offsets[one + 1]]
        return torch.from_numpy(values)

    is_word = torch.arange(places)[None] < lengths[:, None]

    def loss(name, scores):
        log_p = torch.log_softmax(scores, 2).gather(2, of(name, np.int64))
        return -(log_p * of(f'{name}_p', np.float32)).sum(2)[is_word].mean()

    rows, scores = net.score_heads(h, inputs[2])
    return (loss('heads', scores), loss('relations', net.score_relations(rows, of('head', np.int64))),
            loss('tags', net.score_tags(h)))


others = [value for name, value in net.named_parameters() if name != 'words']
adam, row_adam = torch.optim.Adam(others, lr=A.rate, betas=(0.9, 0.98)), RowAdam(net.words)
started = time.time()
batches = plan()
step, total = 0, len(batches) * A.epochs
for epoch in range(A.until or A.epochs):
    sums, count = np.zeros(4), 0
    for source, batch in batches:
        is_open = source is texts
        tags = taught['tags'][:, 0] if is_open and A.taught else None
        inputs, columns = source.gather(batch, A.taught, chance, tags)
        # 16 bits are enough for most of it, and faster.
        with torch.autocast('cpu', torch.bfloat16):
            h = net.encode(*inputs)
            if source is phrases:
                loss = A.name_weight * loss_of_names(h, columns)
            elif is_open and not A.taught:
                loss = A.tag_weight * loss_of_penn(h, columns)
            else:
                parts = losses_of_taught(h, inputs, batch) if is_open else losses_of_gold(h, inputs, columns)
                loss = parts[0] + 0.7 * parts[1] + 0.5 * parts[2]
                if not is_open:
                    named = loss_of_names(h, columns)
                    loss = loss + A.name_weight * named
                    sums, count = sums + [float(part) for part in (*parts, named)], count + 1
        rate = A.rate * min(1, (step + 1) / 300) * max(0.01, 0.5 * (1 + math.cos(math.pi * step / total)))
        adam.param_groups[0]['lr'] = rate
        net.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(others, 5.0)
        adam.step()
        row_adam.step(rate)
        step += 1
        if step % 8 == 0:
            # The average of the weights on the way is steadier than where the way ends.
            kept = min(0.998, 1 - 1 / (step + 1)) ** 8 if step > 20 else 0.5
            with torch.no_grad():
                for slow, quick in zip(average.parameters(), net.parameters()):
                    slow.lerp_(quick, 1 - kept)
    sums /= max(1, count)
    print(f'{A.out}: epoch {epoch + 1}/{A.epochs}, losses {sums[0]:.3f} {sums[1]:.3f} {sums[2]:.3f} {sums[3]:.3f}, '
          f'{time.time() - started:.0f} s', flush=True)
    torch.save({'shape': shape, 'weights': average.state_dict()}, f'{A.folder}/{A.out}.pt')
    batches = plan()
if A.keep > 0:
    # What was learned last must not drive out what was known.
    before = torch.load(f'{A.folder}/{A.start}.pt')['weights']
    kept = {name: (1 - A.keep) * value + A.keep * before[name] for name, value in average.state_dict().items()}
    average.load_state_dict(kept)
    torch.save({'shape': shape, 'weights': kept}, f'{A.folder}/{A.out}.pt')
average.export(f'{A.folder}/{A.out}')
