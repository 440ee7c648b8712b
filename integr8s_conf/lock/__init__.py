"""What the plugins declared when they were last looked over, and what an upgrade changed."""

NAME = "integr8s-conf.lock"
"""The file in the working directory."""
