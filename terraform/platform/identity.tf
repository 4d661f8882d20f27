# Who the nodes are. Google's default node role writes logs and metrics and reads nothing of the project's.
resource "google_service_account" "nodes" {
  project      = var.config.project
  account_id   = var.config.node_account
  display_name = "Nodes of JupyterHub platform ${var.config.name}"

  depends_on = [google_project_service.feature]
}

resource "google_project_iam_member" "nodes" {
  project = var.config.project
  role    = "roles/container.defaultNodeServiceAccount"
  member  = google_service_account.nodes.member
}
