// SPDX-License-Identifier: AGPL-3.0-or-later
import { Answer } from '../../ui/states.tsx';
import { FlowFigure } from './FlowFigure.tsx';
import { useReuse } from './queries.ts';
import { ToUseFigure } from './ToUseFigure.tsx';

/** Reuse of spaces: over time, and time until reuse. */
export function Reuse() {
  return (
    <Answer of={useReuse()} height={480}>
      {(reuse) => (
        <>
          {reuse.flow.length > 1 && <FlowFigure reuse={reuse} />}
          {reuse.reused.length > 0 && <ToUseFigure reuse={reuse} />}
        </>
      )}
    </Answer>
  );
}
