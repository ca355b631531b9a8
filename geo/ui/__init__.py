"""The page. The only package that imports streamlit; one module a region, and `visit` alone touches `st.session_state`."""
