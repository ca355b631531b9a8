"""Web reading: one address that a user names, fetched safely.

The parts, in the order in which an address meets them:

1. `addresses` and `hosts` take it apart and refuse what is no http or https address of a host of the open internet;
2. `robots` asks whether the host lets programs read it, `pace` waits for its turn;
3. `connection` looks the host up once, has `networks` check every IP address, and connects to the one that was checked;
4. `answers` tells page, text, PDF and feed from everything else;
5. `walls` recognises what comes in place of an article: payment, login, consent, scripts.

`fetching` goes these steps for the address and for each redirection, within one deadline and one bound of size. Nothing
here is global: who wants to read the web makes a `Fetcher` and keeps it. docs/web.md tells users what is refused.
"""

from geo.web.fetching import Fetched, Fetcher, Limits

__all__ = ["Fetched", "Fetcher", "Limits"]
