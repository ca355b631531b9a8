"""The app: `streamlit run app.py`."""

import streamlit as st

from geo.ui.page import page

st.set_page_config(page_title="Dateline", page_icon="🗺️", layout="wide", initial_sidebar_state="collapsed")
page()
