/** What the greeting tells: where the service is, where its credentials are. */
export interface Greeting {
  readonly baseUrl: string;
  readonly credentialsFile: string;
  readonly logFolder: string;
  /** A program that is loaded, for the claim to try. */
  readonly program: string;
}

/** Address, credentials and three calls to try; printed once the service is ready. */
export function greet({ baseUrl, credentialsFile, logFolder, program }: Greeting): string {
  const key = `$(node -p "JSON.parse(fs.readFileSync('${credentialsFile}')).apiKey")`;
  const claim = {
    program,
    customerId: 'somebody',
    subject: { type: 'generation', id: 'never-told-of' },
    reason: 'failed_generation',
    remedy: 'credits',
    channel: 'api',
  };
  return `
Redress is ready at ${baseUrl}   (API reference: ${baseUrl}/docs)
Credentials: ${credentialsFile}
Logs:        ${logFolder}

Try:
  export KEY=${key}
  curl -s ${baseUrl}/readyz
  curl -s -H "Authorization: Bearer $KEY" '${baseUrl}/api/decisions?range=%5B0,2%5D'
  # A claim about something it has not been told of: needs_info, and what is missing. README.md pays a whole one out.
  curl -s -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -H 'Idempotency-Key: try-1' \\
    -d '${JSON.stringify(claim)}' ${baseUrl}/api/claims

Ctrl-C stops it.
`;
}
