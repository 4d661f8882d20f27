# The APIs that the platform and its hubs call. They stay enabled when the platform is destroyed, because something else
# in the project may use them by then.
resource "google_project_service" "feature" {
  for_each = var.services

  project            = var.project
  service            = each.value
  disable_on_destroy = false
}
