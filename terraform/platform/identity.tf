# The service account of the nodes.
resource "google_service_account" "nodes" {
  project      = var.project
  account_id   = var.node_account.id
  display_name = "Nodes of JupyterHub platform ${var.name}"

  # The one-time setup creates the account, and lets apply act as this account and as no other.
  create_ignore_already_exists = true

  lifecycle {
    # An account that an earlier version created has no value here, which is no change.
    ignore_changes = [create_ignore_already_exists]
  }

  depends_on = [google_project_service.feature]
}

# The roles of the nodes in the project.
resource "google_project_iam_member" "nodes" {
  for_each = var.node_account.roles

  project = var.project
  role    = each.value
  member  = google_service_account.nodes.member
}
