import { describe, expect, it } from 'vitest';
import { Readiness } from '@/lib/server/watching/readiness';

describe('readiness', () => {
  it('goes from starting to serving to stopping, and never back', () => {
    const readiness = new Readiness({ canRender: () => true, isFilled: () => true });
    expect(readiness.reasons).toEqual(['The server is starting.']);
    readiness.serve();
    expect(readiness.reasons).toEqual([]);
    readiness.stop();
    readiness.serve();
    expect(readiness.reasons).toEqual(['The server is stopping.']);
  });

  it('ends and comes back with what pages are made of', () => {
    let isOpen = true;
    let isFilled = () => true;
    const readiness = new Readiness({ canRender: () => isOpen, isFilled: () => isFilled() });
    readiness.serve();
    isOpen = false;
    expect(readiness.reasons).toEqual(['No rendering thread is up.']);
    isOpen = true;
    isFilled = () => false;
    expect(readiness.reasons).toEqual(['The archive holds no publication.']);
    isFilled = () => {
      throw new Error('disk I/O error');
    };
    expect(readiness.reasons).toEqual(['The archive cannot be read.']);
    isFilled = () => true;
    expect(readiness.reasons).toEqual([]);
  });
});
