"""What trained networks together make of the open texts, for a smaller one to learn.

Usage: label.py FOLDER NAME... Writes FOLDER/taught.npz: for every word the likeliest heads, relations and tags, with
their probabilities.
"""
import argparse
import json
import time

import numpy as np
import torch

from network import Net
from sentences import PENN, Sentences

KEPT = 4
# How likely a tag is to be right that is not the one that the text was tagged with.
DISAGREEING = 0.2

args = argparse.ArgumentParser()
args.add_argument('folder')
args.add_argument('names', nargs='+')
args.add_argument('--threads', type=int, default=2)
A = args.parse_args()
torch.set_num_threads(A.threads)

facts = json.load(open(f'{A.folder}/facts.json'))
nets = []
for name in A.names:
    kept = torch.load(f'{A.folder}/{name}.pt')
    net = Net(facts, **kept['shape'])
    net.load_state_dict(kept['weights'])
    nets.append(net.eval())
penn = torch.full((facts['pennTags'] + 1, facts['tags']), DISAGREEING)
penn[torch.tensor(facts['pennOfTag']), torch.arange(facts['tags'])] = 1
penn[-1] = 1

texts = Sentences(A.folder, 'open', facts)
count = len(texts.words)
found = {'head': np.zeros(count, np.int16)}
for name in ('heads', 'relations', 'tags'):
    found[name] = np.zeros((count, KEPT), np.int16)
    found[f'{name}_p'] = np.zeros((count, KEPT), np.float16)
started = time.time()
with torch.no_grad():
    for batch in texts.batches(np.arange(len(texts.lengths)), 3600, np.random.default_rng(0)):
        inputs, columns = texts.gather(batch, taught=False)
        heads = tags = 0
        encodings = []
        with torch.autocast('cpu', torch.bfloat16):
            for net in nets:
                h = net.encode(*inputs)
                tags = tags + torch.softmax(net.score_tags(h), 2)
                h, scores = net.score_heads(h, inputs[2])
                heads = heads + torch.softmax(scores, 2)
                encodings.append(h)
            best = heads.argmax(2)
            relations = sum(torch.softmax(net.score_relations(h, best), 2) for net, h in zip(nets, encodings))
        tags = tags * penn[columns[:, :, PENN]]
        tops = {}
        for name, sums in (('heads', heads), ('relations', relations), ('tags', tags)):
            likely, which = sums.topk(min(KEPT, sums.shape[2]), 2)
            # Places beyond the sentence's end have no chance, and other batches may not reach so far.
            tops[name] = which.masked_fill(likely == 0, 0).numpy()
            tops[f'{name}_p'] = (likely / likely.sum(2, keepdim=True)).numpy()
        for at, one in enumerate(batch):
            begin, end, n = texts.offsets[one], texts.offsets[one + 1], texts.lengths[one]
            found['head'][begin:end] = best[at, :n].numpy()
            for name, values in tops.items():
                found[name][begin:end, :values.shape[2]] = values[at, :n]
np.savez(f'{A.folder}/taught.npz', **found)
print(f'{count} words labelled, {time.time() - started:.0f} s', flush=True)
