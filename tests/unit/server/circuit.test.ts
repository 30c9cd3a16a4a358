import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Circuit } from '@/lib/server/shared/circuit';

function circuit() {
  const onOpen = vi.fn();
  const onClose = vi.fn();
  return { circuit: new Circuit({ onOpen, onClose }), onOpen, onClose };
}

describe('a circuit', () => {
  it('closes once beats are trusted, and says so once', () => {
    const { circuit: one, onClose } = circuit();
    one.beat(null);
    expect(one.isClosed).toBe(false);
    one.beat(null);
    one.beat(null);
    expect(one.isClosed).toBe(true);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('bears single failures, and opens after three in a row', () => {
    const { circuit: one, onOpen } = circuit();
    one.beat(null);
    one.beat(null);
    for (const failure of ['late', 'late', null, 'late', 'late']) one.asked(failure);
    expect(one.isClosed).toBe(true);
    one.asked('late');
    expect(one.isClosed).toBe(false);
    expect(onOpen.mock.calls).toEqual([['late']]);
  });

  it('is opened by a lost connection, and by beats that fail', () => {
    const { circuit: one, onOpen } = circuit();
    one.open('never was there');
    expect(onOpen).not.toHaveBeenCalled();
    one.beat(null);
    one.beat(null);
    one.open('gone');
    one.beat(null);
    one.beat(null);
    for (let missed = 0; missed < 3; missed += 1) one.beat('late');
    expect(onOpen.mock.calls).toEqual([['gone'], ['late']]);
  });

  it('tells of opening and closing in turns, whatever comes', () => {
    const event = fc.constantFrom('good', 'bad', 'beat', 'missed', 'lost');
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const told: string[] = [];
        const one = new Circuit({
          onOpen: () => told.push('open'),
          onClose: () => told.push('close'),
        });
        for (const what of events) {
          if (what === 'good') one.asked(null);
          else if (what === 'bad') one.asked('late');
          else if (what === 'beat') one.beat(null);
          else if (what === 'missed') one.beat('late');
          else one.open('gone');
          expect(one.isClosed).toBe(told.at(-1) === 'close');
        }
        expect(told).toEqual(told.map((_, index) => (index % 2 === 0 ? 'close' : 'open')));
      }),
    );
  });
});
