"""News agencies as datelines and bylines sign them."""

from __future__ import annotations

AGENCIES = {
    "AA": "Anadolu",
    "AAP": "Australian Associated Press",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "Anadolu": "Anadolu",
    "ANI": "Asian News International",
    "ANSA": "ANSA",
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Bloomberg": "Bloomberg",
    "CP": "The Canadian Press",
    "dpa": "dpa",
    "EFE": "EFE",
    "IANS": "Indo-Asian News Service",
    "Interfax": "Interfax",
    "Interfax-Ukraine": "Interfax-Ukraine",
    "IPS": "Inter Press Service",
    "IRNA": "IRNA",
    "KUNA": "Kuwait News Agency",
    "Kyodo": "Kyodo",
    "NAN": "News Agency of Nigeria",
    "PA": "PA Media",
    "PTI": "Press Trust of India",
    "Reuters": "Reuters",
    "RIA": "RIA Novosti",
    "RIA Novosti": "RIA Novosti",
    "SANA": "SANA",
    "TASS": "TASS",
    "Ukrinform": "Ukrinform",
    "UPI": "United Press International",
    "WAM": "Emirates News Agency",
    "Xinhua": "Xinhua",
    "Yonhap": "Yonhap",
}
"""What they sign with and what readers know them as."""

_SIGNED = {sign.casefold(): name for sign, name in AGENCIES.items()}


def agency_of(sign: str) -> str | None:
    """The agency that signs so, capitals aside. None: none that is known."""
    return _SIGNED.get(sign.strip().casefold())
