"""Trains the encoder and its heads (tags, moves, relations) from the states that write-states.ts wrote.

Usage: train.py FOLDER --out NAME [--epochs N] [--parity 0|1] ...
Writes FOLDER/NAME.f32 (all weights, one after another) and FOLDER/NAME.json (where each begins, and its shape).
"""
import argparse
import json
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

args = argparse.ArgumentParser()
args.add_argument('folder')
args.add_argument('--out', required=True)
args.add_argument('--width', type=int, default=128)
args.add_argument('--hidden', type=int, default=160)
args.add_argument('--layers', type=int, default=2)
args.add_argument('--epochs', type=int, default=12)
args.add_argument('--rate', type=float, default=2e-3)
args.add_argument('--dropout', type=float, default=0.25)
args.add_argument('--threads', type=int, default=2)
args.add_argument('--parity', type=int, help='train on every other block of 50 sentences only')
A = args.parse_args()

torch.set_num_threads(A.threads)
torch.manual_seed(1)
np.random.seed(1)

facts = json.load(open(f'{A.folder}/facts.json'))
DENSE, SPARSE, ROWS = facts['dense'], facts['sparse'], facts['rowsPerWord']
TAGS, RELATIONS = len(facts['tags']), len(facts['relations'])
words = np.fromfile(f'{A.folder}/words.bin', np.int32).reshape(-1, ROWS + 3)
offsets = np.fromfile(f'{A.folder}/offsets.bin', np.int32)
states = np.fromfile(f'{A.folder}/states.bin', np.int32).reshape(-1, DENSE + SPARSE + 4)
state_offsets = np.fromfile(f'{A.folder}/state-offsets.bin', np.int32)
COUNT = len(offsets) - 1
PASSES = (len(state_offsets) - 1) // COUNT
lengths = np.diff(offsets)
chosen = np.arange(COUNT)
if A.parity is not None:
    chosen = chosen[(chosen // 50) % 2 == A.parity]
# The network is given at most so many words at once.
chosen = chosen[lengths[chosen] <= facts['longest']]

D, H = A.width, A.hidden


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Parameter(torch.randn(facts['embeddingRows'], D) * 0.08)
        self.temb = nn.Parameter(torch.randn(TAGS + 1, D) * 0.1)  # The last row is the root's.
        self.c1 = nn.Linear(5 * D, D)
        self.ln1 = nn.LayerNorm(D)
        self.cs = nn.ModuleList([nn.Linear(3 * D, D) for _ in range(A.layers)])
        self.lns = nn.ModuleList([nn.LayerNorm(D) for _ in range(A.layers)])
        self.slot = nn.Linear(D, DENSE * H)
        self.none = nn.Parameter(torch.randn(DENSE, H) * 0.05)
        self.sp = nn.Parameter(torch.randn(facts['sparseRows'], H) * 0.03)
        self.out = nn.Linear(H, 3 + 2 * RELATIONS)
        self.tagout = nn.Linear(D, TAGS)

    def encode(self, ids, tags, is_word, is_row):
        x = F.embedding_bag(ids, self.emb, mode='sum') * is_word + self.temb[tags] * is_row
        x = F.dropout(x, A.dropout)
        h = self.ln1(torch.relu(self.c1(torch.cat([shifted(x, k) for k in (-2, -1, 0, 1, 2)], 1)))) * is_row
        for convolution, norm in zip(self.cs, self.lns):
            z = F.dropout(h, A.dropout * 0.6)
            h = norm(h + torch.relu(convolution(torch.cat([shifted(z, k) for k in (-1, 0, 1)], 1)))) * is_row
        return h

    def forward(self, ids, tags, is_word, is_row, dense, sparse):
        h = F.dropout(self.encode(ids, tags, is_word, is_row), A.dropout * 0.6)
        projected = self.slot(h).view(-1, DENSE, H)
        z = F.embedding_bag(sparse, self.sp, mode='sum')
        for k in range(DENSE):
            table = torch.cat([self.none[k:k + 1], projected[:, k]])
            z = z + table.index_select(0, dense[:, k])
        z = F.dropout(torch.relu(z), A.dropout)
        return self.out(z), self.tagout(h)


def shifted(x, k):
    if k == 0:
        return x
    gap = x.new_zeros(abs(k), x.shape[1])
    return torch.cat([x[k:], gap]) if k > 0 else torch.cat([gap, x[:k]])


def batches():
    """Sentences of like length together, about 1,100 words a batch."""
    order = chosen[np.argsort(lengths[chosen] + np.random.rand(len(chosen)) * 6)]
    found, batch, size = [], [], 0
    for one in order:
        batch.append(one)
        size += lengths[one]
        if size >= 1100:
            found.append(batch)
            batch, size = [], 0
    if batch:
        found.append(batch)
    np.random.shuffle(found)
    return found


def gather(batch):
    """One batch as tensors: sentences one after another with gaps that no window spans."""
    total = sum(int(lengths[one]) + 4 for one in batch) + 4
    ids = np.zeros((total, ROWS), np.int64)
    tags = np.zeros(total, np.int64)
    is_word = np.zeros((total, 1), np.float32)
    is_row = np.zeros((total, 1), np.float32)
    gold = np.full(total, -100, np.int64)
    parts, at = [], 3
    for one in batch:
        n = int(lengths[one])
        rows = words[offsets[one]:offsets[one + 1]]
        ids[at:at + n] = rows[:, :ROWS]
        # Rare words are now and then taken for unknown ones, so that the unknown word learns what to be.
        rare = np.random.rand(n) < 0.4 / (0.4 + np.maximum(rows[:, ROWS + 1], 1))
        ids[at:at + n, 0][rare] = 0
        tags[at:at + n] = rows[:, ROWS]
        gold[at:at + n] = rows[:, ROWS + 2]
        is_word[at:at + n] = 1
        is_row[at:at + n + 1] = 1
        tags[at + n] = TAGS
        one_pass = 0 if PASSES == 1 or np.random.rand() < 0.4 else 1
        index = one_pass * COUNT + one
        part = states[state_offsets[index]:state_offsets[index + 1]].copy()
        # 0 is nobody; token t of this sentence is row at + t, which the table has one later.
        part[:, :DENSE] = np.where(part[:, :DENSE] < 0, 0, part[:, :DENSE] + at + 1)
        parts.append(part)
        at += n + 4
    part = torch.from_numpy(np.concatenate(parts).astype(np.int64))
    tensors = [torch.from_numpy(x) for x in (ids, tags, is_word, is_row)]
    return tensors, part[:, :DENSE], part[:, DENSE:DENSE + SPARSE], part[:, DENSE + SPARSE:], torch.from_numpy(gold)


BITS = torch.tensor([1, 2, 4])


def losses(net, batch):
    tensors, dense, sparse, answers, gold = gather(batch)
    out, tag_scores = net(*tensors, dense, sparse)
    allowed = (answers[:, 0:1] & BITS) > 0
    best = (answers[:, 1:2] & BITS) > 0
    moves = out[:, :3].masked_fill(~allowed, -1e9)
    # Any of the best moves will do: their probabilities together are what counts.
    move_loss = (torch.logsumexp(moves, 1) - torch.logsumexp(moves.masked_fill(~best, -1e9), 1)).sum()
    relation_loss = sum(
        F.cross_entropy(scores, answers[:, column], ignore_index=-1, reduction='sum')
        for scores, column in ((out[:, 3:3 + RELATIONS], 2), (out[:, 3 + RELATIONS:], 3))
    )
    tag_loss = F.cross_entropy(tag_scores, gold, reduction='sum') / max(1, int((gold >= 0).sum()))
    right = best[torch.arange(len(best)), moves.argmax(1)].sum()
    return (move_loss + relation_loss * 0.7) / len(answers) * 2 + 0.3 * tag_loss, int(right), len(answers)


def save(net):
    places, at = {}, 0
    with open(f'{A.folder}/{A.out}.f32', 'wb') as file:
        for name, value in net.state_dict().items():
            numbers = value.numpy().astype(np.float32)
            file.write(numbers.tobytes())
            places[name] = {'at': at, 'shape': list(numbers.shape)}
            at += numbers.size
    json.dump({'layers': A.layers, 'tensors': places}, open(f'{A.folder}/{A.out}.json', 'w'))


net = Net()
optimiser = torch.optim.Adam(net.parameters(), lr=A.rate, betas=(0.9, 0.99))
started = time.time()
step, total = 0, len(batches()) * A.epochs
for epoch in range(A.epochs):
    right = count = 0
    for batch in batches():
        rate = A.rate * min(1, (step + 1) / 200) * max(0.02, 1 - step / total)
        for group in optimiser.param_groups:
            group['lr'] = rate
        loss, hits, size = losses(net, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        step += 1
        right += hits
        count += size
    print(f'{A.out}: epoch {epoch + 1}/{A.epochs}, moves {100 * right / count:.2f}, {time.time() - started:.0f} s', flush=True)
save(net)
