# What a hub has outside its cluster, without a cloud.
mock_provider "google" {}

variables {
  name    = "research"
  project = "acme-research"
}

run "a_global_external_address" {
  command = plan

  assert {
    condition     = google_compute_global_address.hub.name == "research-ip" && google_compute_global_address.hub.address_type == "EXTERNAL"
    error_message = "The Ingress finds the address by this name."
  }

  assert {
    condition     = google_compute_global_address.hub.description == "Address of the hub research, made by jupyterhub-gke"
    error_message = "A later run knows its address by this text (src/terraform/ownership.ts)."
  }

  assert {
    condition     = length(google_project_service.feature) == 0
    error_message = "A hub enables no API unless it is asked to."
  }
}

run "apis_that_the_platform_does_not_enable" {
  command = plan

  variables {
    services = ["cloudidentity.googleapis.com"]
  }

  assert {
    condition     = google_project_service.feature["cloudidentity.googleapis.com"].disable_on_destroy == false
    error_message = "Another hub may use the API by the time that this one goes."
  }
}

run "a_long_name_is_refused" {
  command = plan

  variables {
    name = "a-name-of-twenty-six-letters"
  }

  expect_failures = [var.name]
}

run "an_api_without_its_domain_is_refused" {
  command = plan

  variables {
    services = ["cloudidentity"]
  }

  expect_failures = [var.services]
}
