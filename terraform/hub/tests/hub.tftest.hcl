mock_provider "google" {}

variables {
  config = {
    name    = "research"
    project = "acme-research"
  }
}

run "a_global_external_address" {
  command = plan

  assert {
    condition     = google_compute_global_address.hub.name == "research-ip" && google_compute_global_address.hub.address_type == "EXTERNAL"
    error_message = "The Ingress finds the address by this name."
  }
}

run "a_long_name_is_refused" {
  command = plan

  variables {
    config = {
      name    = "a-name-of-twenty-six-letters"
      project = "acme-research"
    }
  }

  expect_failures = [var.config]
}
