// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../http.ts';
import { Refusal } from './Form.tsx';

/** In place of a page that only some may see: whose it is, and the way to sign in. */
export function NotYours({ words, problem }: { words: string; problem: Problem }) {
  return (
    <div className="page narrow">
      <h1 className="lead">{words}</h1>
      <Refusal problem={problem} />
    </div>
  );
}
