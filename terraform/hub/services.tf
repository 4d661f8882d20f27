# APIs that this hub needs and the owner of its platform did not ask for; empty for the owner itself. They stay on when the hub
# goes: something else in the project may use them by then.
resource "google_project_service" "feature" {
  for_each = var.config.services

  project            = var.config.project
  service            = each.value
  disable_on_destroy = false
}
