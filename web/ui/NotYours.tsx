// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../http.ts';
import { Refusal } from './Form.tsx';

/** Replaces a page without permission: says who may see it and links to sign-in. */
export function NotYours({ words, problem }: { words: string; problem: Problem }) {
  return (
    <div className="page narrow">
      <h1 className="lead">{words}</h1>
      <Refusal problem={problem} />
    </div>
  );
}
