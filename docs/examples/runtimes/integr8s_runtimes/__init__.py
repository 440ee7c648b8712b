"""The languages that a deployment of Integr8sCode runs, as a plugin of integr8s-conf."""
