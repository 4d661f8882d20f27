# The APIs that this hub needs and its platform does not enable. They stay enabled when the hub is destroyed, because
# something else in the project may use them by then.
resource "google_project_service" "feature" {
  for_each = var.services

  project            = var.project
  service            = each.value
  disable_on_destroy = false
}
