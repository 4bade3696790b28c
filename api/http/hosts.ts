// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../../db/config.ts';
import { languageOf, problemOf } from './problems.ts';
import { securityHeaders } from './security.ts';

const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Refuses requests under a name that is not ours (421): links are made of the name asked for, and a foreign page may
 * point a name of its own at this machine. Names of this machine serve local use, health checks and proxies.
 */
export function createHostCheck({ publicUrl }: Pick<Config, 'publicUrl'>) {
  const own = publicUrl && new URL(publicUrl).host;
  /** True if the request may go on; otherwise it has been answered. */
  return (req: IncomingMessage, res: ServerResponse): boolean => {
    const host = req.headers.host ?? '';
    if (host.toLowerCase() === own || thisMachine.test(host)) return true;
    const problem = problemOf({ code: 'unknown-host' }, languageOf(req.headers['accept-language']));
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
    res.writeHead(problem.status, { ...securityHeaders, ...headers }).end(JSON.stringify(problem));
    return false;
  };
}
