"""The app: `streamlit run app.py`.

The server imports this file for `app`, and runs it as the script of the page, at each step of each reader.
"""

import streamlit as st

from geo.ui.document import MIDDLEWARE

app = st.App(__file__, middleware=MIDDLEWARE)

if __name__ == "__main__":
    from geo.ui.page import page  # the map's component is only found where the script of a page imports it

    st.set_page_config(page_title="Dateline", page_icon="🗺️", layout="wide", initial_sidebar_state="collapsed")
    page()
