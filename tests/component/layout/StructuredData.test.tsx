import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StructuredData } from '@/components/layout/StructuredData';
import { articleGraph } from '@/lib/discovery/structuredData/graphs';
import { aContext } from '../support/context';
import { aFullDetail } from '../support/fullModels';

describe('structured data', () => {
  it('is one script that browsers do not run, whatever its texts hold', () => {
    const graph = articleGraph(aContext(), aFullDetail('</script><img src=x onerror=alert(1)>'));
    const page = document.createElement('div');
    page.innerHTML = renderToStaticMarkup(<StructuredData graph={graph} />);
    const [script, ...others] = page.querySelectorAll('*');
    expect(others).toEqual([]);
    expect(script?.getAttribute('type')).toBe('application/ld+json');
    expect(JSON.parse(script?.textContent ?? '')).toEqual(graph);
  });
});
