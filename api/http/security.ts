// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import helmet from 'helmet';

export const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

/** The headers that `security` sets, for replies that are sent without passing through Express. */
export const securityHeaders: Readonly<OutgoingHttpHeaders> = (() => {
  const headers: OutgoingHttpHeaders = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  security({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
})();
