"""Plugins: found, admitted by the policy, loaded under guard."""
